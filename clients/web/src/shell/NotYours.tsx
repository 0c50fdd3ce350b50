import { Anchor } from '@mantine/core';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../look/Empty.tsx';
import { useMay } from '../session/viewer.tsx';

/** The page for those with the scope; who lacks it is told so, and asks nothing that would be refused. */
export function onlyWith(scope: string, Page: ComponentType): ComponentType {
  return function Guarded() {
    return useMay(scope) ? <Page /> : <NotYours />;
  };
}

function NotYours() {
  const { t } = useTranslation();
  return (
    <Empty icon="key" title={t('trouble.FORBIDDEN.title')} text={t('trouble.FORBIDDEN.advice')}>
      <Anchor component={Link} to="/">
        {t('notFound.back')}
      </Anchor>
    </Empty>
  );
}
