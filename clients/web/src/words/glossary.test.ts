import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '..');

/** Words that GLOSSARY.md has replaced; comments may say them. */
const replaced = {
  en: /\bletters? (?:goes|go|waits?|sent|with)\b|\b[Tt]old (?:by|to)\b|good no more|any more\b|\bput in place\b|\(s\)|Not an? (?:client|event|operation|product)'|\bWork for\b|\banew\b|\b[Ee]-mail|\bin line\b(?! \{)|taken over/,
  es: /\b[Cc]artas?\b|[Ee]mparej|\bdueños?\b|[Aa]ltramuz|\b[Ii]ntro\b|\bRellena\b|De serie|Como mucho|\bcaduc|Lo cuenta|\bfunción\b|\}\} está (?:agotado|encendid|guardad)|\bNo es (?:un|de tu)\b|\b[Pp]roductos?\b|[Cc]artelería/,
  tr: /[Mm]ektup|[Yy]ayınl|\b[Ee]şitle|\b[Ee]şle(?!ş|ti)|[Kk]uruyemiş|\bgraf(?:a|ta)\b|[Bb]ildirilen\b|[Ww]ebhook(?:[ua]|lar)\b|menüden kaldır|[Kk]arar bekleyen|\bişlem(?:ler|i)? (?:kaydet|çalıştır)/,
};

test.each(['en', 'es', 'tr'] as const)('no text in %s says a word that the glossary has replaced', (language) => {
  const files = globSync(`**/words/**/${language}.ts`, { cwd: source });
  expect(files.length).toBeGreaterThan(15);
  const found = files.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/(?:'(?:[^'\\\n]|\\.)*'|"[^"\n]*")/g)]
      .map(([text]) => text)
      .filter((text) => replaced[language].test(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});
