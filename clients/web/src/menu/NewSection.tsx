import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useOutletContext } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { showDone } from '../look/notify.tsx';
import { Panel } from '../look/Panel.tsx';
import { useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import type { MenuOutlet } from './MenuPage.tsx';
import { SectionForm } from './SectionForm.tsx';

const CreateSectionDocument = graphql(`
  mutation CreateSection($input: CreateMenuSectionInput!) {
    createMenuSection(input: $input) {
      ...SectionRow
      items {
        id
      }
      menu {
        id
        sections {
          id
        }
      }
    }
  }
`);

export function Component() {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { menus } = useOutletContext<MenuOutlet>();
  const draft = useDraft('new section', { name: {}, menuId: menus[0]?.id ?? '' });
  const create = useWrite(CreateSectionDocument);
  const leaveTo = (pathname: string) => navigate({ pathname, search });
  const inWords = [i18n.language, ...languages];

  return (
    <Panel title={t('section.new')} onClose={() => leaveTo('/menu')}>
      <SectionForm
        draft={draft}
        write={create}
        isReadOnly={false}
        action={t('section.create')}
        onSave={async (name) => {
          const created = await create.write({ input: { menuId: draft.fields.menuId, name } });
          if (!created) return undefined;
          showDone(t('section.saved', { name: textIn(name, inWords) }));
          await leaveTo('/menu');
          return created;
        }}
      >
        {menus.length > 1 && (
          <NativeSelect
            label={t('section.menu')}
            value={draft.fields.menuId}
            onChange={(event) => draft.change({ menuId: event.currentTarget.value })}
            data={menus.map(({ id, names }) => ({ value: id, label: textIn(names, inWords) }))}
          />
        )}
      </SectionForm>
    </Panel>
  );
}
