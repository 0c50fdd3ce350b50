import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Attention } from '../../look/Attention.tsx';
import { Fact, Facts } from '../../look/Facts.tsx';
import { Icon } from '../../look/Icon.tsx';
import { useMay } from '../../session/viewer.tsx';
import classes from './ContactReach.module.css';
import { dialled } from './contact-draft.ts';
import type { ContactCard, ContactWays } from './contacts.ts';

interface ContactReachProps {
  contact: ContactCard;
  /** Whole, once it was asked for. */
  ways: ContactWays | undefined;
  isAsking: boolean;
  onShow: () => void;
}

/** How somebody is reached at a touch, and what one should know before. */
export function ContactReach({ contact, ways, isAsking, onShow }: ContactReachProps) {
  const { t } = useTranslation();
  const seesPeople = useMay('pii:read');
  const { doNotContact, employee, onboardingId, references } = contact;
  const hasSome = contact.mails.length > 0 || contact.phones.length > 0;
  return (
    <Stack gap="sm">
      {doNotContact && (
        <Alert role="alert" color="red" variant="outline" icon={<Icon name="alert" />} title={t('contacts.isBarred')}>
          {doNotContact.reason}
        </Alert>
      )}
      <SameOnes contact={contact} />
      {ways && !doNotContact && <Links ways={ways} />}
      {!ways && seesPeople && (
        <Group gap="xs">
          <Button variant="default" size="sm" loading={isAsking} onClick={onShow}>
            {t(hasSome ? 'contacts.showWays' : 'contacts.editWays')}
          </Button>
          <Text size="sm" c="var(--quiet)">
            {t('contacts.showWaysText')}
          </Text>
        </Group>
      )}
      {(employee || onboardingId || references.length > 0) && (
        <Facts>
          {employee?.name && <Fact name={t('contacts.employeeName')}>{employee.name}</Fact>}
          {employee?.position && <Fact name={t('contacts.position')}>{employee.position}</Fact>}
          {onboardingId && <Fact name={t('contacts.onboarding')}>{onboardingId}</Fact>}
          {references.map(({ system, id }) => (
            <Fact key={`${system} ${id}`} name={t('contacts.idIn', { system: nameOfSystem(system) })}>
              {id}
            </Fact>
          ))}
        </Facts>
      )}
    </Stack>
  );
}

function Links({ ways: { mails, phones } }: { ways: ContactWays }) {
  if (mails.length + phones.length === 0) return null;
  return (
    <ul className={classes.links}>
      {phones.map((phone) => (
        <li key={dialled(phone)}>
          <Anchor href={telephoneOf(phone)}>{dialled(phone)}</Anchor> {phone.label}
        </li>
      ))}
      {mails.map(({ value, label }) => (
        <li key={value}>
          <Anchor href={`mailto:${encodeURIComponent(value)}`}>{value}</Anchor> {label}
        </li>
      ))}
    </ul>
  );
}

/** What the systems that we read files of call themselves. */
function nameOfSystem(system: string): string {
  return { hubspot: 'HubSpot', pipedrive: 'Pipedrive', google: 'Google', outlook: 'Outlook' }[system] ?? system;
}

/** What a telephone dials: the number, and after a pause its extension. */
function telephoneOf({ value, extension }: ContactWays['phones'][number]): string {
  const pause = extension ? `,${extension}` : '';
  return `tel:${value.replaceAll(/[^+\d]/g, '')}${pause}`;
}

/** Who may be the same, so that nobody goes on with a contact that is there twice. */
function SameOnes({ contact: { id, duplicates } }: { contact: ContactCard }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const others = duplicates
    .filter(({ rank }) => rank !== 'SHARED')
    .flatMap(({ contacts }) => contacts.find((each) => each.id !== id) ?? []);
  if (others.length === 0) return null;
  return (
    <Attention title={t('contacts.twice')}>
      {others.map((other) => (
        <Group key={other.id} gap="xs">
          <Anchor component={Link} to={`/crm/contacts/${other.id}`}>
            {[other.name, other.company].filter(Boolean).join(' · ')}
          </Anchor>
          {mayWrite && (
            <Anchor component={Link} to={`/crm/duplicates/${other.id}/${id}`}>
              {t('contacts.compare')}
            </Anchor>
          )}
        </Group>
      ))}
    </Attention>
  );
}
