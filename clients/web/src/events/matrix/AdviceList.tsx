import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Age } from '../../look/Age.tsx';
import { Icon } from '../../look/Icon.tsx';
import type { Advice } from '../events.ts';

type Subject = Advice['subjects'][number];

/** What to do about what is wrong, each with the way to where it is done. */
export function AdviceList({ advice }: { advice: readonly Advice[] }) {
  const { t } = useTranslation();
  return (
    <Alert
      color="yellow"
      variant="outline"
      title={t('events.advice')}
      icon={<Icon name="alert" />}
      styles={{ title: { color: 'var(--attention)' }, icon: { color: 'var(--attention)' } }}
    >
      <Stack component="ul" gap="xs" m={0} pl="md">
        {advice.map(({ code, subjects }) => (
          <Text key={code} component="li" size="sm">
            {t(`events.advise.${code}`)}{' '}
            {subjects.map((subject, index) => (
              <span key={`${subject.source} ${subject.target}`}>
                {index > 0 && ' · '}
                <SubjectLink code={code} subject={subject} />
              </span>
            ))}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}

function SubjectLink({ code, subject }: { code: Advice['code']; subject: Subject }) {
  const { t } = useTranslation();
  const { source, target, events, since } = subject;
  return (
    <>
      <Anchor component={Link} size="sm" underline="always" to={placeOf(code, subject)}>
        {source ? `${source} → ${target}` : target}
      </Anchor>{' '}
      ({t('events.adviseCount', { count: events })}
      {since && (
        <>
          , <Age since={since} />
        </>
      )}
      )
    </>
  );
}

/** Where somebody does something about it: the application, what failed, or the channel. */
function placeOf(code: Advice['code'], { source, target }: Subject): string {
  if (!source) return `/events/applications/${target}`;
  return code === 'FAILED_KEPT'
    ? `/events/failed?source=${source}&target=${target}`
    : `/events/matrix/${source}/${target}`;
}
