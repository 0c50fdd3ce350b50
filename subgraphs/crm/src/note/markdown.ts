import MarkdownIt, { type StateCore, type StateInline, type Token } from 'markdown-it';

/** In the order in which they stand: the ids of those whom a text mentions, each once. */
export function mentionsIn(markdown: string): string[] {
  const tokens = md.parse(markdown, {}).flatMap(({ children }) => children ?? []);
  return [...new Set(tokens.filter(({ type }) => type === 'mention').map(({ meta }) => String(meta?.userId)))];
}

/**
 * Markdown as HTML that runs nothing and asks no other server for anything: HTML is text, pictures are links, and links lead
 * to http, https and mailto alone.
 */
export function htmlOf(markdown: string): string {
  return md.render(markdown).replaceAll(DIRECTION, (mark) => `U+${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The first line that says something, without what marks it up, at most so long. */
export function firstLine(markdown: string, most: number): string {
  const begun = markdown.slice(0, 4 * most);
  const [line = '', ...others] = begun
    .toWellFormed()
    .replace(/@\[([^\]\n]*)\]\(user:[\da-f-]*\)/gi, '@$1')
    .split('\n')
    .map((each) => each.replace(/^[\s#>*+|-]+/, '').trim())
    .filter((each) => each !== '');
  const characters = [...line];
  const isAll = begun === markdown && others.length === 0 && characters.length <= most;
  return isAll ? line : `${characters.slice(0, most - 1).join('')}…`;
}

/** What turns the direction of all that follows; written out, it turns nothing. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
const SAFE = /^(?:https?:\/\/|mailto:)/i;
const MENTION = /@\[([^[\]\n]{1,200})\]\(user:([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\)/iy;
const TASK = /^\[([ xX])\]\s/;

const md = new MarkdownIt({ html: false, linkify: true, breaks: true });
md.validateLink = (url) => SAFE.test(url.trim());
// A bare address is a link if it says how it is reached: "a.b" at the end of a sentence is none.
md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
md.linkify.add('//', null).add('ftp:', null);
md.inline.ruler.before('link', 'unclosed', readUnclosed);
md.inline.ruler.before('link', 'mention', readMention);
md.core.ruler.push('pictures', linkPictures);
md.core.ruler.push('tasks', showTasks);

md.renderer.rules.mention = (tokens, index) =>
  `<span class="mention">@${md.utils.escapeHtml(tokens[index]?.content ?? '')}</span>`;
md.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('target', '_blank');
  tokens[index]?.attrSet('rel', 'noopener noreferrer nofollow');
  return self.renderToken(tokens, index, options);
};

/** Where the last bracket of an inline text is closed, by the list of its tokens. */
const lastClosing = new WeakMap<Token[], number>();

/** Brackets after which none is closed begin nothing; to look for the end of each would take its time for every one of them. */
function readUnclosed(state: StateInline, isSilent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '[') return false;
  const last = lastClosing.get(state.tokens) ?? src.lastIndexOf(']');
  lastClosing.set(state.tokens, last);
  if (last > pos) return false;
  while (src[state.pos] === '[') {
    if (!isSilent) state.pending += '[';
    state.pos += 1;
  }
  return true;
}

function readMention(state: StateInline, isSilent: boolean): boolean {
  if (state.src[state.pos] !== '@') return false;
  MENTION.lastIndex = state.pos;
  const [all, name = '', userId = ''] = MENTION.exec(state.src) ?? [];
  if (!all) return false;
  if (!isSilent) Object.assign(state.push('mention', '', 0), { content: name, meta: { userId: userId.toLowerCase() } });
  state.pos += all.length;
  return true;
}

/** A picture of elsewhere would tell its server who reads. */
function linkPictures({ tokens, Token }: StateCore): void {
  for (const token of tokens) {
    let depth = 0;
    token.children = (token.children ?? []).flatMap((child) => {
      if (child.type === 'link_open') depth += 1;
      if (child.type === 'link_close') depth -= 1;
      if (child.type !== 'image') return [child];
      const href = String(child.attrGet('src') ?? '');
      const text = Object.assign(new Token('text', '', 0), { content: child.content || href });
      if (depth > 0) return [text];
      const open = new Token('link_open', 'a', 1);
      open.attrSet('href', href);
      return [open, text, new Token('link_close', 'a', -1)];
    });
  }
}

function showTasks({ tokens }: StateCore): void {
  for (const [index, { type, children }] of tokens.entries()) {
    const first: Token | undefined = children?.[0];
    const isItem =
      type === 'inline' && tokens[index - 1]?.type === 'paragraph_open' && tokens[index - 2]?.type === 'list_item_open';
    if (isItem && first?.type === 'text')
      first.content = first.content.replace(TASK, (_, mark: string) => (mark === ' ' ? '☐ ' : '☑ '));
  }
}
