import { isPassing, type Problem } from '@mycelium/client-kit/problem';
import { documentsIn, operationNameIn } from './document-files.ts';

/** As many as one call takes. */
const BATCH = 100;

/** What became of one document. */
export interface Registration {
  documentId: string;
  name?: string | null;
  problems: readonly { message: string }[];
  operation?: object | null;
}

/** A file, or a document in it, that was not registered. */
export interface Refused {
  file: string;
  /** The name of the operation; without it the whole file. */
  name?: string;
  why: 'EMPTY' | 'UNREADABLE' | Problem | readonly string[];
}

/** Registers these texts; answers what became of each, or why none was. */
type Register = (texts: string[]) => Promise<readonly Registration[] | Problem>;

type Named = Pick<File, 'name' | 'text'>;

/** Takes files one by one: what is wrong with one of them keeps no other from being registered, nor does a document the others beside it. */
export async function takeFiles(files: readonly Named[], register: Register) {
  const refused: Refused[] = [];
  const known = new Set<string>();
  let registered = 0;
  let away: Problem | undefined;

  for (const file of files) {
    const text = await file.text().catch(() => undefined);
    const texts = text === undefined ? [] : documentsIn({ name: file.name, text });
    if (texts.length === 0) refused.push({ file: file.name, why: text === undefined ? 'UNREADABLE' : 'EMPTY' });
    const fresh = texts.filter((each) => !known.has(each));
    for (const each of fresh) known.add(each);
    for (let from = 0; from < fresh.length; from += BATCH) await take(file.name, fresh.slice(from, from + BATCH));
  }
  return { registered, refused };

  async function take(file: string, texts: readonly string[]): Promise<void> {
    if (texts.length === 0) return;
    const answer = away ?? (await register([...texts]));
    if (!('code' in answer)) return note(file, answer);
    if (isPassing(answer.code)) away = answer;
    const bad = placeOf(answer, texts);
    if (bad === undefined) {
      refused.push({ file, why: answer });
    } else {
      refused.push({ file, name: calledIn(texts[bad] ?? ''), why: answer });
      await take(
        file,
        texts.filter((_, place) => place !== bad),
      );
    }
  }

  function note(file: string, answers: readonly Registration[]): void {
    for (const { name, documentId, operation, problems } of answers) {
      if (operation) registered += 1;
      else
        refused.push({
          ...{ file, name: name ?? documentId.slice(0, 15) },
          why: problems.map(({ message }) => message),
        });
    }
  }
}

/** By its name, else by how it begins. */
function calledIn(text: string): string {
  return operationNameIn(text) ?? `${text.trim().slice(0, 30)}…`;
}

/** Which of the documents of a call was wrong, where it says so. */
function placeOf({ code, path }: Problem, texts: readonly string[]): number | undefined {
  const [, place] = path;
  return code === 'BAD_USER_INPUT' && place !== undefined && Number(place) < texts.length ? Number(place) : undefined;
}
