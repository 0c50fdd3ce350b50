import type { ResultOf } from '@graphql-typed-document-node/core';
import { createContext, type ReactNode, useContext } from 'react';
import { graphql } from '../generated/gql.ts';

export const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      id
      role
      scopes
      tenant {
        id
        name
        slug
        languages
        currency
        timeZone
      }
      user {
        id
        name
        email
        memberships {
          id
          role
          tenant {
            id
            name
          }
        }
      }
    }
  }
`);

export type Viewer = NonNullable<ResultOf<typeof ViewerDocument>['viewer']>;
export type Tenant = NonNullable<Viewer['tenant']>;

const ViewerContext = createContext<{ viewer: Viewer; tenant: Tenant } | undefined>(undefined);

export function ViewerProvider({ viewer, tenant, children }: { viewer: Viewer; tenant: Tenant; children: ReactNode }) {
  return <ViewerContext value={{ viewer, tenant }}>{children}</ViewerContext>;
}

/** Who works here, and what this person may do. */
export function useViewer() {
  const context = useContext(ViewerContext);
  if (!context) throw new Error('useViewer needs a ViewerProvider above it.');
  return context;
}

export function useTenant(): Tenant {
  return useViewer().tenant;
}

/** True when the viewer's role has this scope, for example `menu:write`. */
export function useMay(scope: string): boolean {
  return useViewer().viewer.scopes.includes(scope);
}
