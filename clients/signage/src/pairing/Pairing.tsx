import { useEffect, useState } from 'react';
import { client, displayToken } from '../graph.ts';
import { base } from '../language/language.ts';
import { wordsIn } from '../language/words.ts';
import { awaitPairing } from './await-pairing.ts';
import './pairing.css';

const consoleAddress = new URL('/app', location.href);

/** What a screen shows that nobody has claimed yet: a code, and what to do with it in two languages. */
export function Pairing() {
  const [code, setCode] = useState<string>();
  useEffect(() => awaitPairing({ client, onCode: setCode, onToken: displayToken.keep }), []);
  return (
    <div className="pairing">
      <p className="code" data-pairing-code>
        {code}
      </p>
      {twoLanguages().map((language) => (
        <Steps key={language} language={language} />
      ))}
    </div>
  );
}

function Steps({ language }: { language: string }) {
  const { open, choose, type } = wordsIn(language).pairing;
  return (
    <ol lang={language}>
      <li>
        {open} <strong>{consoleAddress.host + consoleAddress.pathname}</strong>
      </li>
      <li>{choose}</li>
      <li>{type}</li>
    </ol>
  );
}

/** The machine's language and another one: the house is at home in English and Spanish. */
function twoLanguages(): string[] {
  const own = base(navigator.language);
  return own === 'es' ? ['es', 'en'] : [own, own === 'en' ? 'es' : 'en'];
}
