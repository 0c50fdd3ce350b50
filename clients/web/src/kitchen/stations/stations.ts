import { graphql } from '../../generated/gql.ts';
import type { KitchenSound, KitchenStationRowFragment } from '../../generated/graphql.ts';

/** The stations of a location, and where the feed stood when they were asked for. */
export const KitchenStationsDocument = graphql(`
  query KitchenStations($locationId: ID!) {
    position: feedPosition
    location(id: $locationId) {
      id
      kitchenStations {
        ...KitchenStationRow
      }
    }
  }

  fragment KitchenStationRow on KitchenStation {
    id
    locationId
    name
    sound
    warnAfterSeconds
    lateAfterSeconds
    position
    version
    routes {
      id
      channels
      sectionId
      section {
        id
        names {
          locale
          text
        }
      }
      itemId
      item {
        id
        names {
          locale
          text
        }
      }
    }
  }
`);

export const KitchenStationFeedDocument = graphql(`
  subscription KitchenStationFeed($locationId: ID!, $after: Cursor) {
    kitchenStationChanged(locationId: $locationId, after: $after) {
      cursor
      at
      stationId
      station {
        ...KitchenStationRow
      }
    }
  }
`);

export const KitchenStationDocument = graphql(`
  query KitchenStation($id: ID!) {
    kitchenStation(id: $id) {
      removedAt
      ...KitchenStationRow
    }
  }
`);

export const CreateKitchenStationDocument = graphql(`
  mutation CreateKitchenStation($input: CreateKitchenStationInput!) {
    createKitchenStation(input: $input) {
      ...KitchenStationRow
    }
  }
`);

export const UpdateKitchenStationDocument = graphql(`
  mutation UpdateKitchenStation($id: ID!, $input: UpdateKitchenStationInput!) {
    updateKitchenStation(id: $id, input: $input) {
      ...KitchenStationRow
    }
  }
`);

export const RemoveKitchenStationDocument = graphql(`
  mutation RemoveKitchenStation($id: ID!) {
    removeKitchenStation(id: $id)
  }
`);

export const SetKitchenRoutesDocument = graphql(`
  mutation SetKitchenRoutes($id: ID!, $routes: [KitchenRouteInput!]!) {
    setKitchenRoutes(stationId: $id, routes: $routes) {
      ...KitchenStationRow
    }
  }
`);

/** What a kitchen can be told to make. */
export const KitchenMenuDocument = graphql(`
  query KitchenMenu {
    viewer {
      id
      tenant {
        id
        menus {
          id
          sections {
            id
            names {
              locale
              text
            }
            items {
              id
              names {
                locale
                text
              }
            }
          }
        }
      }
    }
  }
`);

export type KitchenStation = KitchenStationRowFragment;

export const sounds: readonly KitchenSound[] = ['BELL', 'CHIME', 'BUZZER', 'OFF'];
