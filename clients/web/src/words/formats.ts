/** A format of each kind, made once: to make one takes a hundred times longer than to use it, and a list has hundreds of figures and times. */
function once<Options extends object, Format>(make: (language: string, options?: Options) => Format) {
  const made = new Map<string, Format>();
  return (language: string, options?: Options): Format => {
    const key = options ? `${language} ${JSON.stringify(options)}` : language;
    const format = made.get(key) ?? make(language, options);
    made.set(key, format);
    return format;
  };
}

export const numberFormat = once(
  (language, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
);

export const dateFormat = once(
  (language, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
);

export const relativeFormat = once(
  (language, options?: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(language, options),
);

export const listFormat = once((language, options?: Intl.ListFormatOptions) => new Intl.ListFormat(language, options));

const machine = new Intl.DateTimeFormat();

/** The time zone of this machine. */
export function machineZone(): string {
  return machine.resolvedOptions().timeZone;
}
