import { Button, Group, Text } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useOutletContext, useParams } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import { Confirm } from '../look/Confirm.tsx';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { Panel } from '../look/Panel.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import type { MenuOutlet } from './MenuPage.tsx';
import { moved } from './order.ts';
import { SectionForm } from './SectionForm.tsx';

const UpdateSectionDocument = graphql(`
  mutation UpdateSection($id: ID!, $input: UpdateMenuSectionInput!) {
    updateMenuSection(id: $id, input: $input) {
      ...SectionRow
    }
  }
`);

const ReorderSectionsDocument = graphql(`
  mutation ReorderSections($menuId: ID!, $sectionIds: [ID!]!) {
    reorderMenuSections(menuId: $menuId, sectionIds: $sectionIds) {
      id
      sections {
        ...SectionRow
      }
    }
  }
`);

const RemoveSectionDocument = graphql(`
  mutation RemoveSection($id: ID!) {
    removeMenuSection(id: $id)
  }
`);

export function Component() {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { sectionId = '' } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const mayWrite = useMay('menu:write');
  const { menus } = useOutletContext<MenuOutlet>();
  const [{ fetching, error }, update] = useMutation(UpdateSectionDocument);
  const [, reorder] = useMutation(ReorderSectionsDocument);
  const [, remove] = useMutation(RemoveSectionDocument);
  const close = () => navigate({ pathname: '/menu', search });

  const menu = menus.find(({ sections }) => sections.some(({ id }) => id === sectionId));
  const section = menu?.sections.find(({ id }) => id === sectionId);
  if (!menu || !section) {
    return (
      <Panel title={t('section.goneTitle')} onClose={close}>
        <Empty icon="search" title={t('section.goneTitle')} text={t('section.goneText')} />
      </Panel>
    );
  }
  const ids = menu.sections.map(({ id }) => id);
  const name = textIn(section.names, [i18n.language, ...languages]);

  async function move(by: number) {
    const sectionIds = moved(ids, sectionId, by);
    if (!menu || !sectionIds) return;
    const { error: refusal } = await reorder({ menuId: menu.id, sectionIds });
    if (refusal) showTrouble(problemOf(refusal));
  }

  return (
    <Panel title={name} onClose={close}>
      <SectionForm
        key={`${section.id} ${section.version}`}
        start={section.names}
        problem={error && problemOf(error)}
        isBusy={fetching}
        isReadOnly={!mayWrite}
        action={t('action.save')}
        onSave={async (names) => {
          const { data } = await update({ id: section.id, input: { version: section.version, name: names } });
          if (data) showDone(t('section.saved', { name: textIn(names, [i18n.language, ...languages]) }));
        }}
      >
        {mayWrite && (
          <Group gap="sm">
            {([-1, 1] as const).map((by) => (
              <Button
                key={by}
                variant="default"
                leftSection={<Icon name={by < 0 ? 'up' : 'down'} size={18} />}
                disabled={!moved(ids, section.id, by)}
                onClick={() => move(by)}
              >
                {t(by < 0 ? 'item.up' : 'item.down')}
              </Button>
            ))}
            {section.items.length === 0 && (
              <Confirm
                label={t('section.remove')}
                question={t('section.removeQuestion', { name })}
                text={t('section.removeText')}
                answer={t('section.remove')}
                onConfirm={async () => {
                  const { error: refusal } = await remove({ id: section.id });
                  if (refusal) return showTrouble(problemOf(refusal));
                  await close();
                }}
              />
            )}
          </Group>
        )}
        {mayWrite && section.items.length > 0 && (
          <Text size="sm" c="var(--quiet)">
            {t('section.hasItems', { count: section.items.length })}
          </Text>
        )}
      </SectionForm>
    </Panel>
  );
}
