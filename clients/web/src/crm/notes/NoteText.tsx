import classes from './NoteText.module.css';

/** What a note says. The server makes its HTML: links to http, https and mailto, and nothing that runs or is loaded. */
export function NoteText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is made of Markdown in which HTML is text
  return <div className={classes.text} dangerouslySetInnerHTML={{ __html: html }} />;
}
