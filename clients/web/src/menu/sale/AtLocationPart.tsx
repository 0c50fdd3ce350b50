import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showNotUndone, showUndo } from '../../look/notify.tsx';
import { formatAmount, formatMoney, localeOf, type Money, parseMoney, plainMoney } from '../../money/money.ts';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { Countdown } from './Countdown.tsx';
import { MadeAt } from './MadeAt.tsx';
import { type AtLocation, type Place, type Sale, SetAtLocationDocument } from './sale.ts';

interface AtLocationPartProps {
  sale: Sale;
  at: AtLocation | undefined;
  place: Place;
  /** What it costs everywhere else. */
  price: Money;
  onDone: () => void;
}

/** What can be different about an item at one location: for managers its price, for all how many are left. */
export function AtLocationPart({ sale, at, place, price, onDone }: AtLocationPartProps) {
  const mayWrite = useMay('menu:write');
  const maySeeKitchen = useMay('order:read');
  return (
    <Stack gap="md">
      {mayWrite && <PriceThere sale={sale} at={at} place={place} price={price} onDone={onDone} />}
      {maySeeKitchen && <MadeAt item={{ id: sale.id, sectionId: sale.section.id }} locationId={place.id} />}
      <Countdown
        key={`left ${at?.portionsLeft}`}
        itemId={sale.id}
        place={place}
        sale={{ portionsLeft: at?.portionsLeft ?? null, soldOutReasons: at?.soldOutReasons ?? [] }}
      />
    </Stack>
  );
}

function PriceThere({ sale, at, place: { id: locationId, name, currency }, price, onDone }: AtLocationPartProps) {
  const { t } = useTranslation();
  const locale = localeOf(useTenant());
  const start = { price: at?.price ? formatAmount(at.price, locale) : '', hidden: at?.hidden ?? false };
  const draft = useDraft(`item ${sale.id} at ${locationId}`, start, at?.version ?? 0);
  const set = useWrite(SetAtLocationDocument);
  const { write: setBack } = useWrite(SetAtLocationDocument, showNotUndone);
  const { price: typed, hidden } = draft.fields;
  const own = typed.trim() === '' ? null : parseMoney(typed, currency);
  const missing = { price: typeof own === 'string' && t(`mistake.${own}`) };
  const mistakeAt = mistakesIn(draft, set, missing);

  async function save() {
    if (hasMistakes(missing) || typeof own === 'string') return undefined;
    const where = { itemId: sale.id, locationId };
    const input = { ...where, price: own, hidden, ...(at && { versionThere: at.version }) };
    const saved = await set.write({ input });
    if (!saved) return undefined;
    const { version: versionThere } = saved.setMenuItemAtLocation;
    const before = { price: at?.price ? plainMoney(at.price) : null, hidden: at?.hidden ?? false };
    const undo = () => void setBack({ input: { ...where, versionThere, ...before } });
    showUndo(`at-${locationId}`, t('at.saved', { name }), undo);
    onDone();
    return saved;
  }

  return (
    <FormFrame draft={draft} write={set} label={name} action={t('at.save', { name })} onSave={save}>
      <TextInput
        label={t('at.price', { currency })}
        description={t('at.priceHint')}
        inputMode="decimal"
        autoComplete="off"
        placeholder={price.currency === currency ? formatMoney(price, locale) : undefined}
        value={typed}
        error={mistakeAt('price')}
        onChange={({ currentTarget }) => draft.change({ price: currentTarget.value })}
      />
      <Checkbox
        label={t('at.hide')}
        description={t('at.hideHint')}
        checked={hidden}
        onChange={({ currentTarget }) => draft.change({ hidden: currentTarget.checked })}
      />
    </FormFrame>
  );
}
