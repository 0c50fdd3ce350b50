import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Waiting.module.css';
import { untilLate } from './waiting-since.ts';

/** What a page is made of, and how many parts of it are drawn. */
const parts = { tabs: 6, filter: 1, list: 6, menu: 12, tiles: 6, grid: 28, charts: 2, form: 4 };

/** What a page, or a part of one, looks like from afar, from top to bottom. */
export type Shape = readonly (keyof typeof parts)[];

const LIST: Shape = ['list'];

interface WaitingProps {
  shape?: Shape;
  /** How many parts each has. */
  rows?: number;
  /** Of a row. */
  height?: number;
}

/** The shape of what is on its way. It stays invisible until the wait can be noticed. */
export function Waiting({ shape = LIST, rows, height }: WaitingProps) {
  const { t } = useTranslation();
  const [delay] = useState(untilLate);
  const style = { animationDelay: `${delay}ms`, ...(height && { '--row': `${height}px` }) } as CSSProperties;
  return (
    <div role="status">
      <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
      <div aria-hidden="true" className={`skeleton ${classes.shape}`} style={style}>
        {shape.map((block) => (
          <div key={block} className={classes[block]}>
            {Array.from({ length: rows ?? parts[block] }, (_, part) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts without identity
              <div key={part} className={classes.part} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
