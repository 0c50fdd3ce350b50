import type { Voices } from './board-view.ts';

export function Title({ title }: { title: Voices }) {
  return (
    <h2>
      <span>{title.first}</span>
      {title.second && <small>{title.second}</small>}
    </h2>
  );
}
