import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useSearchParams } from 'react-router';
import { useFeed } from '../../graph/use-feed.ts';
import filterRow from '../../look/Filter.module.css';
import { Icon } from '../../look/Icon.tsx';
import list from '../../look/List.module.css';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { Accounts } from './Accounts.tsx';
import { applications, CreditFeedDocument } from './credits.ts';

/** What the applications of the suite have to spend, and what became of it. */
export function Component() {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const mayWrite = useMay('credits:write');
  const [params, setParams] = useSearchParams();
  const application = applications.find((each) => each === params.get('of'));
  useFeed(CreditFeedDocument, tenantId);
  const search = application ? `?of=${application}` : '';
  return (
    <div className={list.beside}>
      <div className={list.lists}>
        <Group justify="space-between" mb="sm">
          <Text size="sm" c="var(--quiet)">
            {t('credits.about')}
          </Text>
          {mayWrite && (
            <Group gap="sm">
              <Button
                component={Link}
                to={{ pathname: '/events/credits/allocate', search }}
                variant="default"
                leftSection={<Icon name="plus" size={18} />}
              >
                {t('credits.allocate')}
              </Button>
              <Button component={Link} to={{ pathname: '/events/credits/take', search }} variant="default">
                {t('credits.take')}
              </Button>
            </Group>
          )}
        </Group>
        <div className={filterRow.filter}>
          <NativeSelect
            label={t('credits.application')}
            data={[{ value: '', label: t('events.all') }, ...applications]}
            value={application ?? ''}
            onChange={({ currentTarget: { value } }) => setParams(value ? { of: value } : {}, { replace: true })}
          />
        </div>
        <Accounts key={application} application={application} search={search} />
      </div>
      <Outlet />
    </div>
  );
}
