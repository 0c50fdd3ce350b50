import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useOutletContext, useParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { Icon } from '../look/Icon.tsx';
import { showDone, showTrouble, showUndo } from '../look/notify.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { moved } from '../order/moved.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import { byLocale, textIn } from '../words/text-in.ts';
import type { MenuOutlet } from './MenuPage.tsx';
import type { Menu, MenuSection } from './menu.ts';
import { RestoreSectionDocument } from './restore.ts';
import { SectionForm } from './SectionForm.tsx';
import { SectionOffer } from './SectionOffer.tsx';
import { UpdateSectionDocument } from './section.ts';
import { useArrange } from './use-arrange.ts';

const RemoveSectionDocument = graphql(`
  mutation RemoveSection($id: ID!) {
    removeMenuSection(id: $id)
  }
`);

export function Component() {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { sectionId } = useParams();
  const mayWrite = useMay('menu:write');
  const { search } = useLocation();
  const { menus } = useOutletContext<MenuOutlet>();
  const menu = menus.find(({ sections }) => sections.some(({ id }) => id === sectionId));
  const section = menu?.sections.find(({ id }) => id === sectionId);
  return (
    <ThingPanel
      asked={{ thing: menu && section ? { menu, section } : null }}
      name={t('area.menu')}
      titleOf={({ section: { names } }) => textIn(names, [i18n.language, ...languages])}
      icon="search"
      historyOf={({ section: { id } }) => id}
      gone={{ title: t('section.goneTitle'), text: t('section.goneText') }}
      list={{ pathname: '/menu', search }}
    >
      {(found, close) => (
        <>
          <Detail key={found.section.id} {...found} onRemoved={close} />
          {mayWrite && <SectionOffer section={found.section} />}
        </>
      )}
    </ThingPanel>
  );
}

function Detail({ menu, section, onRemoved }: { menu: Menu; section: MenuSection; onRemoved: () => void }) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const mayWrite = useMay('menu:write');
  const { id, version, names } = section;
  const draft = useDraft(`section ${id}`, { name: byLocale(names), menuId: menu.id }, version);
  const update = useWrite(UpdateSectionDocument);
  const { moveSection } = useArrange();
  const { write: remove } = useWrite(RemoveSectionDocument, showTrouble);
  const { write: restore } = useWrite(RestoreSectionDocument, showTrouble);
  const inWords = [i18n.language, ...languages];
  const ids = menu.sections.map((each) => each.id);
  const name = textIn(names, inWords);

  async function takeAway() {
    if (!(await remove({ id }))) return;
    showUndo(`removed-${id}`, t('section.isRemoved', { name }), () => void restore({ id }));
    onRemoved();
  }

  return (
    <SectionForm
      draft={draft}
      write={update}
      isReadOnly={!mayWrite}
      action={t('action.save')}
      onSave={async (changed) => {
        const saved = await update.write({ id, input: { version, name: changed } });
        if (saved) showDone(t('section.saved', { name: textIn(changed, inWords) }));
        return saved;
      }}
    >
      {mayWrite && (
        <Group gap="sm">
          {([-1, 1] as const).map((by) => (
            <Button
              key={by}
              variant="default"
              leftSection={<Icon name={by < 0 ? 'up' : 'down'} size={18} />}
              disabled={!moved(ids, id, by)}
              onClick={() => moveSection(menu.id, id, name, by)}
            >
              {t(by < 0 ? 'item.up' : 'item.down')}
            </Button>
          ))}
          {section.items.length === 0 && (
            <Button variant="outline" color="red" onClick={() => void takeAway()}>
              {t('section.remove')}
            </Button>
          )}
        </Group>
      )}
      {mayWrite && section.items.length > 0 && (
        <Text size="sm" c="var(--quiet)">
          {t('section.hasItems', { count: section.items.length })}
        </Text>
      )}
    </SectionForm>
  );
}
