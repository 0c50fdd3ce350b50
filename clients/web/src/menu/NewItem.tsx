import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext, useSearchParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { Panel } from '../look/Panel.tsx';
import { useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import { ItemFields } from './ItemFields.tsx';
import { emptyDraft, valuesOf } from './item-draft.ts';
import type { MenuOutlet } from './MenuPage.tsx';
import { useItemMistakes } from './use-item-mistakes.ts';

const CreateItemDocument = graphql(`
  mutation CreateItem($input: CreateMenuItemInput!) {
    createMenuItem(input: $input) {
      ...MenuRow
      section {
        id
        items {
          id
        }
      }
    }
  }
`);

export function Component() {
  const { t, i18n } = useTranslation();
  const { languages, currency } = useTenant();
  const { sections } = useOutletContext<MenuOutlet>();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const draft = useDraft('new item', emptyDraft);
  const create = useWrite(CreateItemDocument);
  const { hasMistakes, mistakeAt } = useItemMistakes(draft, create, currency);
  const sectionId = params.get('section') ?? sections[0]?.id ?? '';

  function leaveTo(pathname: string) {
    const rest = new URLSearchParams(params);
    rest.delete('section');
    return navigate({ pathname, search: rest.toString() });
  }

  async function save() {
    if (hasMistakes) return undefined;
    const created = await create.write({ input: { sectionId, ...valuesOf(draft.fields, currency) } });
    if (created) await leaveTo(`/menu/${created.createMenuItem.id}`);
    return created;
  }

  return (
    <Panel title={t('menu.newItem')} onClose={() => leaveTo('/menu')}>
      <FormFrame draft={draft} write={create} action={t('item.create')} onSave={save}>
        <NativeSelect
          label={t('item.section')}
          value={sectionId}
          onChange={(event) => {
            const next = new URLSearchParams(params);
            next.set('section', event.currentTarget.value);
            setParams(next, { replace: true });
          }}
          data={sections.map(({ id, names }) => ({ value: id, label: textIn(names, [i18n.language, ...languages]) }))}
        />
        <ItemFields draft={draft.fields} mistakeAt={mistakeAt} isReadOnly={false} onChange={draft.change} />
      </FormFrame>
    </Panel>
  );
}
