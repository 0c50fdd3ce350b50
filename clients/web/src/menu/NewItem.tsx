import { Button, NativeSelect, Stack } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import panel from '../look/Panel.module.css';
import { Panel } from '../look/Panel.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { useTenant } from '../session/viewer.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import { textIn } from '../words/text-in.ts';
import { ItemFields } from './ItemFields.tsx';
import { emptyDraft, type ItemField, mistakesOf, valuesOf } from './item-draft.ts';
import { fieldOf } from './item-problem.ts';
import type { MenuOutlet } from './MenuPage.tsx';

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
  const [draft, setDraft] = useState(emptyDraft);
  const [messages, setMessages] = useState<Partial<Record<ItemField, string>>>({});
  const [{ fetching, error }, create] = useMutation(CreateItemDocument);
  const sectionId = params.get('section') ?? sections[0]?.id ?? '';
  const problem = error && problemOf(error);

  function leaveTo(pathname: string) {
    const rest = new URLSearchParams(params);
    rest.delete('section');
    return navigate({ pathname, search: rest.toString() });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const mistakes = Object.entries(mistakesOf(draft, currency));
    setMessages(Object.fromEntries(mistakes.map(([field, mistake]) => [field, t(`mistake.${mistake}`)])));
    if (mistakes.length > 0) return;
    const result = await create({ input: { sectionId, ...valuesOf(draft, currency) } });
    const refusal = result.error && problemOf(result.error);
    const field = refusal && fieldOf(refusal);
    if (field) setMessages({ [field]: mistakeText(refusal) });
    if (result.data) await leaveTo(`/menu/${result.data.createMenuItem.id}`);
  }

  return (
    <Panel title={t('menu.newItem')} onClose={() => leaveTo('/menu')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
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
          <ItemFields
            draft={draft}
            messages={messages}
            isReadOnly={false}
            onChange={(changes) => {
              setDraft({ ...draft, ...changes });
              setMessages({});
            }}
          />
          {problem && !fieldOf(problem) && <Trouble problem={problem} />}
          <div className={panel.actions}>
            <Button type="submit" loading={fetching}>
              {t('item.create')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
