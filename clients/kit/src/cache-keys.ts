import type { KeyingConfig } from '@urql/exchange-graphcache';

const embedded = () => null;

/** The types of the graph that have no identity of their own: graphcache keeps them inside what they belong to. */
export const cacheKeys: KeyingConfig = {
  Money: embedded,
  LocalizedText: embedded,
  PageInfo: embedded,
  DisplayEdge: embedded,
  DisplayPage: embedded,
  MenuBoardEdge: embedded,
  MenuBoardPage: embedded,
  AuditActor: embedded,
  AuditChange: embedded,
  AuditEntryEdge: embedded,
  AuditEntryPage: embedded,
  AuditExport: embedded,
  HealthPart: embedded,
  TenantHealth: ({ tenantId }) => String(tenantId),
  TenantHealthChange: embedded,
  MenuItemEdge: embedded,
  MenuItemPage: embedded,
  TenantEdge: embedded,
  TenantPage: embedded,
  ApiClientEdge: embedded,
  ApiClientPage: embedded,
  ApiLimits: embedded,
  NewApiKey: embedded,
  DisplayHealthChange: embedded,
  MenuBoardChange: embedded,
  MenuChange: embedded,
  MenuSectionChange: embedded,
  DisplayToken: embedded,
  PairingState: embedded,
  Session: embedded,
};
