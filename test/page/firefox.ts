import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type File, PAGE, programOf } from './browser.ts';

/** A Firefox of the system: the one FIREFOX_BIN names, else the first on the path; undefined where there is none. */
export const firefoxPath = process.env.FIREFOX_BIN ?? programOf(['firefox', 'firefox-esr']);

const STARTS = 60_000;

/** Firefox, driven by its own remote control (Marionette): packages that drive browsers want one of their own. */
export class Firefox {
  private readonly profile = mkdtempSync(join(tmpdir(), 'audit-firefox-'));
  private readonly waiting = new Map<number, (message: Answer) => void>();
  private program: ChildProcess | undefined;
  private socket: Socket | undefined;
  private received = Buffer.alloc(0);
  private asked = 0;

  async start(): Promise<void> {
    writeFileSync(join(this.profile, 'user.js'), 'user_pref("marionette.port", 0);\n');
    const args = ['--headless', '--marionette', '--no-remote', '--profile', this.profile];
    this.program = spawn(firefoxPath!, args, { stdio: 'ignore', env: { ...process.env, HOME: this.profile } });
    const told = join(this.profile, 'MarionetteActivePort');
    for (const until = Date.now() + STARTS; !existsSync(told); await new Promise(done => setTimeout(done, 100)))
      if (Date.now() > until) throw new Error('Firefox does not start');
    this.socket = connect(Number(readFileSync(told, 'utf8')), '127.0.0.1').on('data', data => this.hear(data));
    await this.ask('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  }

  /** Opens the page anew. */
  async open(page = PAGE): Promise<void> {
    await this.ask('WebDriver:Navigate', { url: pathToFileURL(page).href });
  }

  /** Runs a script in the page, the body of an async function with `args`, and gives back what it returns. */
  async run<T>(script: string, ...args: readonly unknown[]): Promise<T> {
    const whole = `const [args, done] = arguments; (async () => {${script}})().then(value => done({ value }), error => done({ error: String(error) }));`;
    const { value } = await this.ask('WebDriver:ExecuteAsyncScript', { script: whole, args: [args], scriptTimeout: STARTS });
    const { error, value: result } = value as { error?: string; value?: unknown };
    if (error !== undefined) throw new Error(error);
    return result as T;
  }

  /** Drops a file onto the page and waits until something has come of it. */
  async drop({ name, bytes }: File): Promise<void> {
    await this.run(
      `const [name, base64] = args;
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      while (!document.querySelector('body.result, body.start .told')) await new Promise(done => setTimeout(done, 50));`,
      name,
      Buffer.from(bytes).toString('base64'),
    );
  }

  async close(): Promise<void> {
    const ended = new Promise(done => this.program?.once('exit', done));
    this.socket?.destroy();
    this.program?.kill();
    await ended;
    rmSync(this.profile, { recursive: true, force: true });
  }

  /** A message: its length, a colon, a list of kind, number, name and parameters; an answer has an error or a result instead. */
  private async ask(command: string, parameters: object): Promise<{ readonly value?: unknown }> {
    const id = ++this.asked;
    const text = JSON.stringify([0, id, command, parameters]);
    const answer = new Promise<Answer>(done => this.waiting.set(id, done));
    this.socket!.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , error, result] = await answer;
    if (error) throw new Error(`${command}: ${error.message}`);
    return result ?? {};
  }

  private hear(data: Buffer): void {
    this.received = Buffer.concat([this.received, data]);
    for (;;) {
      const colon = this.received.indexOf(':');
      const end = colon + 1 + Number(this.received.subarray(0, Math.max(0, colon)));
      if (colon < 0 || this.received.length < end) return;
      const message = JSON.parse(this.received.subarray(colon + 1, end).toString()) as Answer | object;
      this.received = this.received.subarray(end);
      // The first word is a greeting, which answers nothing.
      if (Array.isArray(message)) this.waiting.get(message[1])?.(message as Answer);
    }
  }
}

type Answer = [kind: 1, id: number, error: { message: string } | null, result: { value?: unknown } | null];
