import { NativeSelect } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useOutletContext } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
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
  const [menuId, setMenuId] = useState(menus[0]?.id ?? '');
  const [{ fetching, error }, create] = useMutation(CreateSectionDocument);
  const leaveTo = (pathname: string) => navigate({ pathname, search });
  const inWords = [i18n.language, ...languages];

  return (
    <Panel title={t('section.new')} onClose={() => leaveTo('/menu')}>
      <SectionForm
        start={[]}
        problem={error && problemOf(error)}
        isBusy={fetching}
        isReadOnly={false}
        action={t('section.create')}
        onSave={async (name) => {
          const { data } = await create({ input: { menuId, name } });
          if (!data) return;
          showDone(t('section.saved', { name: textIn(name, inWords) }));
          await leaveTo('/menu');
        }}
      >
        {menus.length > 1 && (
          <NativeSelect
            label={t('section.menu')}
            value={menuId}
            onChange={(event) => setMenuId(event.currentTarget.value)}
            data={menus.map(({ id, names }) => ({ value: id, label: textIn(names, inWords) }))}
          />
        )}
      </SectionForm>
    </Panel>
  );
}
