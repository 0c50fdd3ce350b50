import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UpdateMenuSectionInput } from '../generated/graphql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useWrite } from '../graph/use-write.ts';
import { showNotUndone, showTrouble, showUndo } from '../look/notify.tsx';
import { useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import { HoursDocument } from './hours/hours.ts';
import type { MenuSection } from './menu.ts';
import { SoldHours } from './sale/SoldHours.tsx';
import { WaysToOrder } from './sale/WaysToOrder.tsx';
import { UpdateSectionDocument } from './section.ts';

type Offer = Pick<UpdateMenuSectionInput, 'channels' | 'dayPartIds'>;

/** In which ways and hours the items of a section are sold; each change is saved at once, and can be undone. */
export function SectionOffer({ section }: { section: MenuSection }) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { data } = useLiveQuery({ query: HoursDocument });
  const { write, isBusy } = useWrite(UpdateSectionDocument, showTrouble);
  const { write: putBack } = useWrite(UpdateSectionDocument, showNotUndone);
  const { id, version, names, channels, dayParts } = section;

  async function save(offer: Offer, before: Offer) {
    const saved = await write({ id, input: { version, ...offer } });
    if (!saved) return;
    const undo = () => void putBack({ id, input: { version: saved.updateMenuSection.version, ...before } });
    showUndo(`offer-${id}`, t('section.saved', { name: textIn(names, [i18n.language, ...languages]) }), undo);
  }

  return (
    <Stack gap="lg" my="lg">
      <WaysToOrder
        chosen={channels}
        hint={t('section.channelsHint')}
        isOff={isBusy}
        onChange={(chosen) => void save({ channels: chosen }, { channels })}
      />
      <SoldHours
        hours={data?.viewer?.tenant?.dayParts ?? []}
        chosen={dayParts}
        hint={t('section.hoursHint')}
        isOff={isBusy}
        onChange={(dayPartIds) => void save({ dayPartIds }, { dayPartIds: dayParts.map((each) => each.id) })}
      />
    </Stack>
  );
}
