/** The settings as they stand in the form. */
export type ConfigDraft = Record<string, string>;

export function draftOfConfig(
  settings: readonly { name: string }[],
  config: Record<string, unknown> = {},
): ConfigDraft {
  return Object.fromEntries(settings.map(({ name }): [string, string] => [name, String(config[name] ?? '')]));
}

/** What is left empty is not said. */
export function configOf(draft: ConfigDraft): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(draft)
      .map(([name, text]): [string, string] => [name, text.trim()])
      .filter(([, text]) => text !== ''),
  );
}
