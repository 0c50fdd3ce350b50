import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../env.ts';
import { Mistake } from './mistake.ts';
import { fill } from './names.ts';

const templates = join(root, 'platform/templates');

/** What is to be written: nothing is, before all of it is known to fit. */
export class Plan {
  private readonly added = new Map<string, string>();
  private readonly changed = new Map<string, string>();

  constructor(private readonly names: Record<string, string>) {}

  /** A template, filled. */
  read(template: string): string {
    return fill(readFileSync(join(templates, `${template}.tmpl`), 'utf8'), this.names);
  }

  /** A new file from a template; throws when there is one. */
  add(path: string, template: string): void {
    if (existsSync(join(root, path))) throw new Mistake(`${path} exists already.`);
    this.added.set(path, this.read(template));
  }

  /** A file that is there, with something put into it; throws when it has no place for it. */
  change(path: string, put: (text: string) => string): void {
    const before = readFileSync(join(root, path), 'utf8');
    const after = put(before);
    if (after === before)
      throw new Mistake(`${path} has been given another shape: what belongs there is to be put in by hand.`);
    this.changed.set(path, after);
  }

  /** Writes everything; answers the paths. */
  write(): { added: string[]; changed: string[] } {
    for (const [path, text] of [...this.added, ...this.changed]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return { added: [...this.added.keys()], changed: [...this.changed.keys()] };
  }
}
