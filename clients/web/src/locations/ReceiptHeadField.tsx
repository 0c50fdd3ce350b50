import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { headLines, LONGEST_HEAD_LINE, MOST_HEAD_LINES } from './location-draft.ts';
import classes from './ReceiptHeadField.module.css';

interface ReceiptHeadFieldProps {
  value: string;
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (head: string) => void;
}

/** The lines on top of each receipt, and how they look there. */
export function ReceiptHeadField({ value, mistake, isReadOnly, onChange }: ReceiptHeadFieldProps) {
  const { t } = useTranslation();
  const lines = headLines(value);
  return (
    <div>
      <Textarea
        label={t('location.receiptHead')}
        description={t('location.receiptHint', { lines: MOST_HEAD_LINES, characters: LONGEST_HEAD_LINE })}
        autosize
        minRows={2}
        value={value}
        readOnly={isReadOnly}
        error={mistake}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {lines.length > 0 && (
        <figure className={classes.receipt} aria-label={t('location.receiptPreview')}>
          {lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
            <div key={place}>{line}</div>
          ))}
          <div className={classes.rest} aria-hidden="true">
            <span />
            <span />
          </div>
        </figure>
      )}
    </div>
  );
}
