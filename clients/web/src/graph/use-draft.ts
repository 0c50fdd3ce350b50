import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdentity } from '../session/use-identity.ts';
import { keepTyping, keptTyping } from './kept-typing.ts';
import { changesIn, differ, rebase, type Typed } from './typed.ts';

export interface Draft<Fields extends object> {
  fields: Fields;
  change: (changes: Partial<Fields>) => void;
  /** The fields that are not as the form began with them. */
  changes: Partial<Fields>;
  /** True while there is something to save. */
  isChanged: boolean;
  /** True while it stands there from before the form was closed. */
  isBack: boolean;
  /** True once somebody has tried to save it: what is missing is said only then. */
  wasTried: boolean;
  try: () => void;
  /** Goes back to what the form began with. */
  discard: () => void;
  /** After saving: what was typed since stays. */
  settle: () => void;
  /** What to say at a field that somebody else has changed too. */
  contestedAt: (field: keyof Fields) => string | undefined;
}

interface Held<Fields> extends Typed<Fields> {
  key: string;
  version: unknown;
  contested: readonly (keyof Fields)[];
  isBack: boolean;
  wasTried: boolean;
}

/**
 * What is typed into a form and not saved: it survives closing, logging in again and loading the page again, for the same person
 * and tenant, and follows a newer `version` of the thing where it was not touched. Secrets do not belong here; none is kept.
 */
export function useDraft<Fields extends object>(form: string, start: Fields, version?: number): Draft<Fields> {
  const { t } = useTranslation();
  const key = `typed ${useIdentity()} ${form}`;
  const [held, setHeld] = useState(() => begin(key, start, version));
  let now = held;
  if (held.key !== key) now = begin(key, start, version);
  else if (isNewer(held, start, version)) now = follow(held, start, version);
  if (now !== held) setHeld(now);
  const latest = useRef(now);
  latest.current = now;

  function hold(next: Partial<Held<Fields>>) {
    latest.current = { ...latest.current, ...next };
    keepTyping(latest.current.key, latest.current);
    setHeld(latest.current);
  }

  const changes = changesIn(now);
  return {
    fields: now.draft,
    changes,
    isChanged: Object.keys(changes).length > 0,
    isBack: now.isBack,
    wasTried: now.wasTried,
    change(changes) {
      const { draft, contested } = latest.current;
      hold({ draft: { ...draft, ...changes }, contested: contested.filter((field) => !(field in changes)) });
    },
    try: () => hold({ wasTried: true }),
    discard: () => hold({ draft: latest.current.base, contested: [], isBack: false, wasTried: false }),
    settle: () => hold({ base: now.draft, version: SAVED, contested: [], isBack: false, wasTried: false }),
    contestedAt(field) {
      if (!now.contested.includes(field)) return undefined;
      const theirs = now.base[field];
      return typeof theirs === 'string' ? t('form.contestedBy', { theirs }) : t('form.contested');
    },
  };
}

/** No version of anything: what is there now is looked at again. */
const SAVED = Symbol('saved');

function begin<Fields extends object>(key: string, start: Fields, version: unknown): Held<Fields> {
  const fresh = { key, version, base: start, draft: start, contested: [], isBack: false, wasTried: false };
  const kept = keptTyping(key);
  if (!kept) return fresh;
  // Its fields are looked at one by one.
  const { draft, contested } = rebase(kept as Typed<Partial<Fields>>, start);
  return { ...fresh, draft, contested, isBack: differ(draft, start) };
}

/** A question that asks for the version alone may be answered before the one that asks for the fields. */
function isNewer<Fields extends object>(
  { version: known, base }: Held<Fields>,
  start: Fields,
  version: unknown,
): boolean {
  return known !== version || (version !== undefined && differ(base, start));
}

function follow<Fields extends object>(held: Held<Fields>, newest: Fields, version: unknown): Held<Fields> {
  const { draft, contested } = rebase(held, newest);
  return { ...held, version, base: newest, draft, contested: [...new Set([...held.contested, ...contested])] };
}
