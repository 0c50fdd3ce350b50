import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { showDone } from '../look/notify.tsx';
import panel from '../look/Panel.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import { type ConfigDraft, configOf, draftOfConfig } from './config-draft.ts';
import type { ProductInfo, Service } from './services.ts';
import { EnableServiceDocument, UpdateServiceDocument } from './write-service.ts';

interface ServiceFormProps {
  info: ProductInfo;
  service: Service | undefined;
  mayWrite: boolean;
}

/** What a product needs to know, and its first step when it is off. Its own schema decides what is right. */
export function ServiceForm({ info, service, mayWrite }: ServiceFormProps) {
  const { t } = useTranslation();
  const { product, settings } = info;
  const start = draftOfConfig(settings, service?.config);
  const [draft, setDraft] = useState<ConfigDraft>(start);
  const [token, setToken] = useState('');
  const [enabling, enable] = useMutation(EnableServiceDocument);
  const [updating, update] = useMutation(UpdateServiceDocument);
  const isOff = !service || service.status === 'OFF';
  const { fetching, error } = isOff ? enabling : updating;
  const problem = error && problemOf(error);
  const refused = problem?.code === 'BAD_USER_INPUT' ? problem.path.slice(1).join('.') : undefined;
  const isField = refused === 'token' || settings.some(({ name }) => refused === `config.${name}`);
  const isChanged = token !== '' || JSON.stringify(draft) !== JSON.stringify(start);
  const messageAt = (field: string) => (refused === field && problem ? mistakeText(problem) : undefined);
  const name = t(`product.${product}`);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const config = configOf(draft);
    const given = token ? { token } : {};
    const { error: refusal } =
      isOff || !service
        ? await enable({ input: { product, config, ...given } })
        : await update({ id: service.id, input: { version: service.version, config, ...given } });
    if (refusal) return;
    setToken('');
    showDone(t(isOff ? 'services.isOn' : 'services.saved', { name }));
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {settings.length === 0 && (
          <Text size="sm" c="var(--quiet)">
            {t('services.noSettings')}
          </Text>
        )}
        {settings.map((setting) => (
          <TextInput
            key={setting.name}
            label={labelOf(setting.name)}
            required={setting.required}
            withAsterisk={setting.required && mayWrite}
            autoComplete="off"
            readOnly={!mayWrite}
            value={draft[setting.name] ?? ''}
            error={messageAt(`config.${setting.name}`)}
            onChange={({ currentTarget }) => setDraft({ ...draft, [setting.name]: currentTarget.value })}
          />
        ))}
        {info.syncs && mayWrite && (
          <PasswordInput
            label={t('services.token')}
            description={t(service ? 'services.tokenStays' : 'services.tokenOnce')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('login.showTyped') }}
            value={token}
            error={messageAt('token')}
            onChange={({ currentTarget }) => setToken(currentTarget.value)}
          />
        )}
        {problem && !isField && <Trouble problem={problem} />}
        {mayWrite && (isOff || settings.length > 0) && (
          <div className={panel.actions}>
            <Button type="submit" loading={fetching} disabled={!isOff && !isChanged}>
              {t(isOff ? 'services.switchOn' : 'action.save')}
            </Button>
          </div>
        )}
      </Stack>
    </form>
  );

  /** A setting that this console has no word for shows its own name. */
  function labelOf(setting: string): string {
    if (setting === 'baseUrl' || setting === 'account' || setting === 'domain') return t(`services.${setting}`);
    return setting;
  }
}
