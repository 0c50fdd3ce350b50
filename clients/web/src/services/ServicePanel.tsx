import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext, useParams } from 'react-router';
import { Moment } from '../look/Moment.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { ServiceForm } from './ServiceForm.tsx';
import { ServiceState } from './ServiceState.tsx';
import { ServiceSwitch } from './ServiceSwitch.tsx';
import type { ServicesOutlet } from './services.ts';

export function Component() {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { product } = useParams();
  const mayWrite = useMay('service:write');
  const maySync = useMay('sync:read');
  const { offers } = useOutletContext<ServicesOutlet>();
  return (
    <ThingPanel
      asked={{ thing: offers.find(({ info }) => info.product === product) ?? null }}
      name={t('area.services')}
      titleOf={({ info }) => t(`product.${info.product}`)}
      icon="plug"
      historyOf={({ service }) => service?.id}
      gone={{ title: t('services.goneTitle'), text: t('services.goneText') }}
      list="/services"
    >
      {({ info, service }) => (
        <Stack gap="md" mb="lg">
          <Text>{t(`productAbout.${info.product}`)}</Text>
          <Group justify="space-between">
            <ServiceState service={service} />
            {service && (
              <Text size="sm" c="var(--quiet)">
                {t('services.since')} <Moment at={service.since} timeZone={timeZone} />
              </Text>
            )}
          </Group>
          {info.syncs && service?.status === 'ACTIVE' && maySync && (
            <Anchor component={Link} to={`/sync?product=${info.product}`}>
              {t('services.toSync')}
            </Anchor>
          )}
          {mayWrite && service && <ServiceSwitch key={service.id} service={service} />}
          <ServiceForm key={info.product} info={info} service={service} mayWrite={mayWrite} />
        </Stack>
      )}
    </ThingPanel>
  );
}
