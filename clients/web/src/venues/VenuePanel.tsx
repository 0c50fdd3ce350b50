import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useThing } from '../graph/use-thing.ts';
import { useWrite } from '../graph/use-write.ts';
import { showDone, showTrouble, showUndo } from '../look/notify.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { useMay } from '../session/viewer.tsx';
import { VenueForm } from './VenueForm.tsx';
import { draftOf } from './venue-draft.ts';
import { UpdateVenueDocument, type Venue, VenueDocument } from './venues.ts';

const CloseVenueDocument = graphql(`
  mutation CloseVenue($id: ID!) {
    closeVenue(id: $id) {
      ...VenueFacts
    }
  }
`);

const ReopenVenueDocument = graphql(`
  mutation ReopenVenue($id: ID!) {
    reopenVenue(id: $id) {
      ...VenueFacts
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const { venueId = '' } = useParams();
  const asked = useThing({ query: VenueDocument, variables: { id: venueId } }, ({ venue }) => venue);
  return (
    <ThingPanel
      asked={asked}
      name={t('area.venues')}
      titleOf={({ name }) => name}
      icon="chart"
      historyOf={({ id }) => id}
      gone={{ title: t('venues.goneTitle'), text: t('venues.goneText') }}
      list="/venues"
    >
      {(venue) => <Detail key={venue.id} venue={venue} />}
    </ThingPanel>
  );
}

function Detail({ venue }: { venue: Venue }) {
  const { t } = useTranslation();
  const mayWrite = useMay('venue:write');
  const { id, name, version, closedAt } = venue;
  const draft = useDraft(`venue ${id}`, draftOf(venue), version);
  const update = useWrite(UpdateVenueDocument);
  const { write: close } = useWrite(CloseVenueDocument, showTrouble);
  const { write: reopen } = useWrite(ReopenVenueDocument, showTrouble);

  async function shut() {
    if (await close({ id })) showUndo(`closed-${id}`, t('venues.isClosed', { name }), () => void reopen({ id }));
  }

  async function openAgain() {
    if (await reopen({ id })) showDone(t('venues.isReopened', { name }));
  }

  return (
    <VenueForm
      draft={draft}
      write={update}
      isReadOnly={!mayWrite}
      action={t('action.save')}
      onSave={async (input) => {
        const saved = await update.write({ id, input: { version, ...input } });
        if (saved) showDone(t('venues.saved', { name: saved.updateVenue.name }));
        return saved;
      }}
      beside={
        closedAt ? (
          <Button variant="outline" onClick={() => void openAgain()}>
            {t('venues.reopen')}
          </Button>
        ) : (
          <Button variant="outline" color="red" onClick={() => void shut()}>
            {t('venues.close')}
          </Button>
        )
      }
    >
      {closedAt && <StateMark state="off" word={t('venues.closedText')} since={closedAt} />}
    </VenueForm>
  );
}
