import { Button, Stack, TextInput } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../../generated/gql.ts';
import { showDone } from '../../look/notify.tsx';
import panel from '../../look/Panel.module.css';
import { Panel } from '../../look/Panel.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { mistakeText } from '../../words/refusal-text.ts';

const RegisterApplicationDocument = graphql(`
  mutation RegisterApplication($input: RegisterApplicationInput!) {
    registerApplication(input: $input) {
      ...ApplicationRow
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [{ fetching, error }, register] = useMutation(RegisterApplicationDocument);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [wasTried, setTried] = useState(false);
  const problem = error && problemOf(error);
  const field = problem?.code === 'BAD_USER_INPUT' ? problem.path[1] : undefined;
  const isNameMissing = name.trim() === '';

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isNameMissing) return;
    const { data } = await register({ input: { name: name.trim(), description: description.trim() } });
    if (!data) return;
    showDone(t('events.isRegistered', { name: name.trim() }));
    await navigate(`/events/applications/${data.registerApplication.name}`);
  }

  return (
    <Panel title={t('events.newApplication')} onClose={() => navigate('/events/applications')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('events.name')}
            description={t('events.applicationNameHint')}
            value={name}
            error={
              (field === 'name' && problem && mistakeText(problem)) ||
              (wasTried && isNameMissing && t('mistake.nameMissing'))
            }
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <TextInput
            label={t('events.description')}
            value={description}
            error={field === 'description' && problem && mistakeText(problem)}
            onChange={({ currentTarget }) => setDescription(currentTarget.value)}
          />
          {problem && field !== 'name' && field !== 'description' && <Trouble problem={problem} />}
          <div className={panel.actions}>
            <Button type="submit" loading={fetching}>
              {t('events.register')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
