// In V8 since 2023; TypeScript's libraries do not know them yet.
declare global {
  interface JSON {
    /** A value that is written as this text. */
    rawJSON(text: string): { readonly rawJSON: string };
    isRawJSON(value: unknown): value is { readonly rawJSON: string };
    parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
  }
}

export {};
