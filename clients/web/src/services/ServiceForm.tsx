import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { showDone } from '../look/notify.tsx';
import { SecretField } from '../look/SecretField.tsx';
import { configOf, draftOfConfig } from './config-draft.ts';
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
  const draft = useDraft(`service ${product}`, draftOfConfig(settings, service?.config), service?.version);
  // It stays in this form alone.
  const [token, setToken] = useState('');
  const enable = useWrite(EnableServiceDocument);
  const update = useWrite(UpdateServiceDocument);
  const isOff = !service || service.status === 'OFF';
  const write = isOff ? enable : update;
  const name = t(`product.${product}`);

  async function save() {
    const config = configOf(draft.fields);
    const given = token ? { token } : {};
    const saved =
      isOff || !service
        ? await enable.write({ input: { product, config, ...given } })
        : await update.write({ id: service.id, input: { version: service.version, config, ...given } });
    if (!saved) return undefined;
    setToken('');
    showDone(t(isOff ? 'services.isOn' : 'services.saved', { name }));
    return saved;
  }

  return (
    <FormFrame
      draft={draft}
      write={write}
      action={t(isOff ? 'services.switchOn' : 'action.save')}
      isReadOnly={!mayWrite || (!isOff && settings.length === 0)}
      isReady={isOff || draft.isChanged || token !== ''}
      onSave={save}
    >
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
          value={draft.fields[setting.name] ?? ''}
          error={write.mistakeAt(`config.${setting.name}`) ?? draft.contestedAt(setting.name)}
          onChange={({ currentTarget }) => draft.change({ [setting.name]: currentTarget.value })}
        />
      ))}
      {info.syncs && mayWrite && (
        <SecretField
          label={t('services.token')}
          description={t(service ? 'services.tokenStays' : 'services.tokenOnce')}
          autoComplete="new-password"
          value={token}
          error={write.mistakeAt('token')}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
        />
      )}
    </FormFrame>
  );

  /** A setting that this console has no word for shows its own name. */
  function labelOf(setting: string): string {
    if (setting === 'baseUrl' || setting === 'account' || setting === 'domain') return t(`services.${setting}`);
    return setting;
  }
}
