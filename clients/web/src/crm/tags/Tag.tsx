import type { TagColour } from '../../generated/graphql.ts';
import classes from './Tag.module.css';
import { useTagColour } from './tag-colours.ts';

/** A tag as it is shown everywhere, in its colour. */
export function Tag({ side, name, colour }: { side: string; name: string; colour?: TagColour }) {
  const known = useTagColour(side, name);
  return (
    <span className={classes.tag} data-colour={colour ?? known}>
      {name}
    </span>
  );
}

/** The first few of the tags of something. */
export function Tags({ side, names, most = 3 }: { side: string; names: readonly string[]; most?: number }) {
  return (
    <span className={classes.tags}>
      {names.slice(0, most).map((name) => (
        <Tag key={name} side={side} name={name} />
      ))}
    </span>
  );
}
