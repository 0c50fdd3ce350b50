import { PasswordInput, Text, TextInput } from '@mantine/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationQuery } from '../generated/graphql.ts';
import { Waiting } from '../look/Waiting.tsx';
import { Door } from './Door.tsx';
import { acceptInvitation, InvitationDocument, stranger } from './doors.ts';
import { replace, useToken } from './place.ts';

type Offer = InvitationQuery['invitation'];

/** Where the link of an invitation leads: what it is for, and the form that accepts it. */
export function Component() {
  const { t } = useTranslation();
  const token = useToken();
  const [offer, setOffer] = useState<Offer>();
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => {
    let isWanted = true;
    void stranger
      .query(InvitationDocument, { token })
      .toPromise()
      .then(({ data, error }) => {
        if (!isWanted) return;
        setOffer(data ? (data.invitation ?? null) : undefined);
        setProblem(error && problemOf(error));
      });
    return () => {
      isWanted = false;
    };
  }, [token]);

  if (offer === undefined && !problem) return <Waiting />;
  if (!offer) {
    return (
      <Door title={t('door.invitation')}>
        <Text>{t(problem ? 'login.away' : 'door.over')}</Text>
      </Door>
    );
  }

  const { hasAccount } = offer;
  return (
    <Door
      title={offer.tenantName}
      submit={t('door.accept')}
      onSubmit={async (form) => {
        const text = (name: string) => String(form.get(name) ?? '');
        const problem = await acceptInvitation({ token, name: text('name'), password: text('password') });
        if (!problem) replace('/');
        return problem;
      }}
    >
      <Text>{t('door.invited', { tenant: offer.tenantName, role: t(`role.${offer.role}`) })}</Text>
      <TextInput type="email" label={t('login.email')} value={offer.email} autoComplete="username" readOnly size="md" />
      {!hasAccount && (
        <TextInput
          name="name"
          label={t('door.name')}
          defaultValue={offer.name ?? ''}
          autoComplete="name"
          required
          withAsterisk={false}
          size="md"
        />
      )}
      <PasswordInput
        name="password"
        label={t('login.password')}
        description={hasAccount ? t('door.known') : t('door.length')}
        visibilityToggleButtonProps={{ 'aria-label': t('login.showTyped') }}
        autoComplete={hasAccount ? 'current-password' : 'new-password'}
        required
        withAsterisk={false}
        size="md"
      />
    </Door>
  );
}
