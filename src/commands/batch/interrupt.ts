/** Signals by which a person or a system ends a run. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether a run is to end before it is through. */
export interface Stop {
  readonly stopped: boolean;
  /** Fulfilled when it is. */
  readonly promise: Promise<void>;
  /** Signals mean again what they always mean. */
  release(): void;
}

/** A first signal lets the run end well; a second one ends the program. */
export function stopOnSignal(): Stop {
  let stopped = false;
  let resolve = () => {};
  const promise = new Promise<void>(done => {
    resolve = done;
  });
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  const stop = () => {
    stopped = true;
    release();
    resolve();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return {
    get stopped() {
      return stopped;
    },
    promise,
    release,
  };
}

/** For runs that signals end as they end any program. */
export const NEVER: Stop = { stopped: false, promise: new Promise(() => {}), release: () => {} };
