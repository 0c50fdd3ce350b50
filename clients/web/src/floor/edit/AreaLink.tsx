import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { FloorArea } from '../floor.ts';

/** Leads to what an area is called, and how it is removed. */
export function AreaLink({ area: { id, name } }: { area: FloorArea }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  return (
    <Button component={Link} to={{ pathname: `/floor/areas/${id}`, search: search.toString() }} variant="default">
      {t('floor.changeArea', { name })}
    </Button>
  );
}
