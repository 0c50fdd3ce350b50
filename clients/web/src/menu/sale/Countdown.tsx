import { Button, Group as Row, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { showTrouble } from '../../look/notify.tsx';
import { useMay } from '../../session/viewer.tsx';
import { type AtLocation, type Place, type Sale, SetPortionsDocument } from './sale.ts';

interface CountdownProps {
  itemId: string;
  /** Only there; without one, of all together. */
  place?: Pick<Place, 'id' | 'name'>;
  sale: Pick<Sale | AtLocation, 'portionsLeft' | 'soldOutReasons'>;
}

/** How many are left; with the last one it is sold out until the next business day. */
export function Countdown({ itemId, place, sale }: CountdownProps) {
  const { t } = useTranslation();
  const mayCount = useMay('menu:availability');
  const { write, isBusy } = useWrite(SetPortionsDocument, showTrouble);
  const [text, setText] = useState(sale.portionsLeft === null ? '' : String(sale.portionsLeft));
  const left = text.trim() === '' ? null : /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (left !== undefined) void write({ itemId, locationId: place?.id ?? null, left });
      }}
    >
      <Row gap="sm" align="flex-end">
        <TextInput
          flex="1 1 120px"
          label={place ? t('at.portionsLeft', place) : t('sale.portionsLeft')}
          description={t('sale.portionsHint')}
          inputMode="numeric"
          autoComplete="off"
          placeholder={t('sale.notCounted')}
          value={text}
          readOnly={!mayCount}
          error={left === undefined && t('mistake.notWhole')}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        {mayCount && (
          <Button type="submit" variant="default" loading={isBusy} disabled={left === sale.portionsLeft}>
            {t('sale.count')}
          </Button>
        )}
      </Row>
      {sale.soldOutReasons.length > 0 && (
        <Text size="sm" mt="xs" role="status">
          {sale.soldOutReasons.map((reason) => t(`sale.reason.${reason}`)).join(' ')}
        </Text>
      )}
    </form>
  );
}
