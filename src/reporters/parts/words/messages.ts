/** A message in both languages. «{name}» is filled from the params; lists are joined with the language's comma. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}
export type Messages = Readonly<Record<string, Message>>;
