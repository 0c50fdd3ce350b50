/** The same words in another language. */
export type Texts<Words> = { [Key in keyof Words]: Words[Key] extends string ? string : Texts<Words[Key]> };
