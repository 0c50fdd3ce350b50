/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation UpdateApiClient($id: ID!, $input: UpdateApiClientInput!) {\n    updateApiClient(id: $id, input: $input) {\n      ...ApiClientRow\n    }\n  }\n": typeof types.UpdateApiClientDocument,
    "\n  mutation SuspendApiClient($id: ID!) {\n    suspendApiClient(id: $id) {\n      ...ApiClientRow\n    }\n  }\n": typeof types.SuspendApiClientDocument,
    "\n  mutation ResumeApiClient($id: ID!) {\n    resumeApiClient(id: $id) {\n      ...ApiClientRow\n    }\n  }\n": typeof types.ResumeApiClientDocument,
    "\n  mutation RemoveApiClient($id: ID!) {\n    removeApiClient(id: $id)\n  }\n": typeof types.RemoveApiClientDocument,
    "\n  mutation CreateApiKey($clientId: ID!) {\n    createApiKey(clientId: $clientId) {\n      key\n      apiKey {\n        ...ApiKeyRow\n        client {\n          id\n          keys {\n            ...ApiKeyRow\n          }\n        }\n      }\n    }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  mutation RotateApiKey($id: ID!) {\n    rotateApiKey(id: $id) {\n      key\n      apiKey {\n        ...ApiKeyRow\n        client {\n          id\n          keys {\n            ...ApiKeyRow\n          }\n        }\n      }\n    }\n  }\n": typeof types.RotateApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyRow\n      client {\n        id\n        keys {\n          ...ApiKeyRow\n        }\n      }\n    }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n  mutation CreateApiClient($input: CreateApiClientInput!) {\n    createApiClient(input: $input) {\n      ...ApiClientRow\n    }\n  }\n": typeof types.CreateApiClientDocument,
    "\n  mutation ApproveOperation($id: ID!) {\n    approveOperations(ids: [$id]) {\n      ...OperationRow\n    }\n  }\n": typeof types.ApproveOperationDocument,
    "\n  mutation RejectOperation($id: ID!, $reason: String!) {\n    rejectOperations(ids: [$id], reason: $reason) {\n      ...OperationRow\n    }\n  }\n": typeof types.RejectOperationDocument,
    "\n  mutation RemoveOperation($id: ID!) {\n    removeOperations(ids: [$id])\n  }\n": typeof types.RemoveOperationDocument,
    "\n  mutation RegisterOperations($clientId: ID!, $documents: [OperationDocumentInput!]!) {\n    registerOperations(clientId: $clientId, documents: $documents) {\n      documentId\n      name\n      problems {\n        kind\n        message\n        scope\n      }\n      operation {\n        ...OperationRow\n      }\n    }\n  }\n": typeof types.RegisterOperationsDocument,
    "\n  query FieldUsage($days: Int!, $field: String, $after: String) {\n    viewer {\n      id\n      tenant {\n        id\n        apiClients(first: 200, after: $after) {\n          edges {\n            cursor\n            node {\n              ...ApiClientRow\n              usage(days: $days, field: $field) {\n                fields {\n                  coordinate\n                  count\n                  lastDay\n                }\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.FieldUsageDocument,
    "\n  query Access($after: String) {\n    viewer {\n      id\n      tenant {\n        id\n        apiClients(first: 50, after: $after) {\n          edges {\n            cursor\n            node {\n              ...ApiClientRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment ApiClientRow on ApiClient {\n    id\n    name\n    description\n    scopes\n    application\n    status\n    limits {\n      perMinute\n      perHour\n      subscriptions\n      cost\n    }\n    version\n    waitingOperations\n    refusedOperations\n    keys {\n      ...ApiKeyRow\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment ApiKeyRow on ApiKey {\n    id\n    prefix\n    note\n    status\n    createdAt\n    lastUsedAt\n    expiresAt\n  }\n": typeof types.AccessDocument,
    "\n  query ClientOperations($clientId: ID!, $after: String) {\n    apiClient(id: $clientId) {\n      id\n      name\n      operations(first: 200, after: $after) {\n        edges {\n          cursor\n          node {\n            ...OperationRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n\n  fragment OperationRow on RegisteredOperation {\n    id\n    documentId\n    name\n    kind\n    text\n    rootFields\n    status\n    reason\n    expiresAt\n    cost\n    scopes\n    problems {\n      kind\n      message\n      scope\n    }\n  }\n": typeof types.ClientOperationsDocument,
    "\n  query Sessions($after: String) {\n    viewer {\n      id\n      sessions(first: 50, after: $after) {\n        totalCount\n        edges {\n          cursor\n          node {\n            ...SessionRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n\n  fragment SessionRow on UserSession {\n    id\n    device\n    address\n    createdAt\n    lastUsedAt\n    isCurrent\n  }\n": typeof types.SessionsDocument,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) {\n      id\n    }\n  }\n": typeof types.RevokeSessionDocument,
    "\n  mutation RevokeOtherSessions {\n    revokeOtherSessions\n  }\n": typeof types.RevokeOtherSessionsDocument,
    "\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query Log($tenantId: ID!, $filter: AuditFilter!, $after: String) {\n    auditEntries(tenantId: $tenantId, filter: $filter, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...LogRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n\n  fragment LogRow on AuditEntry {\n    id\n    at\n    action\n    kind\n    noun\n    nounId\n    address\n    correlationId\n    actor {\n      kind\n      id\n      name\n    }\n    changes {\n      field\n      before\n      after\n    }\n  }\n": typeof types.LogDocument,
    "\n  query LogExport($tenantId: ID!, $filter: AuditFilter!, $after: String) {\n    auditExport(tenantId: $tenantId, filter: $filter, after: $after) {\n      csv\n      hasNextPage\n      endCursor\n    }\n  }\n": typeof types.LogExportDocument,
    "\n  mutation CreateItem($input: CreateMenuItemInput!) {\n    createMenuItem(input: $input) {\n      ...MenuRow\n      section {\n        id\n        items {\n          id\n        }\n      }\n    }\n  }\n": typeof types.CreateItemDocument,
    "\n  mutation CreateSection($input: CreateMenuSectionInput!) {\n    createMenuSection(input: $input) {\n      ...SectionRow\n      items {\n        id\n      }\n      menu {\n        id\n        sections {\n          id\n        }\n      }\n    }\n  }\n": typeof types.CreateSectionDocument,
    "\n  mutation UpdateSection($id: ID!, $input: UpdateMenuSectionInput!) {\n    updateMenuSection(id: $id, input: $input) {\n      ...SectionRow\n    }\n  }\n": typeof types.UpdateSectionDocument,
    "\n  mutation ReorderSections($menuId: ID!, $sectionIds: [ID!]!) {\n    reorderMenuSections(menuId: $menuId, sectionIds: $sectionIds) {\n      id\n      sections {\n        ...SectionRow\n      }\n    }\n  }\n": typeof types.ReorderSectionsDocument,
    "\n  mutation RemoveSection($id: ID!) {\n    removeMenuSection(id: $id)\n  }\n": typeof types.RemoveSectionDocument,
    "\n  query Menu {\n    viewer {\n      id\n      tenant {\n        id\n        menus {\n          id\n          names {\n            locale\n            text\n          }\n          sections {\n            ...SectionRow\n            items {\n              ...MenuRow\n            }\n          }\n        }\n      }\n    }\n  }\n\n  fragment SectionRow on MenuSection {\n    id\n    names {\n      locale\n      text\n    }\n    version\n    menu {\n      id\n    }\n  }\n\n  fragment MenuRow on MenuItem {\n    id\n    names {\n      locale\n      text\n    }\n    descriptions {\n      locale\n      text\n    }\n    price {\n      amount\n      currency\n    }\n    available\n    allergens\n    calories\n    imageUrl\n    version\n    updatedAt\n    section {\n      id\n    }\n  }\n": typeof types.MenuDocument,
    "\n  query Item($id: ID!) {\n    menuItem(id: $id) {\n      ...MenuRow\n    }\n  }\n": typeof types.ItemDocument,
    "\n  mutation SetAvailability($id: ID!, $available: Boolean!) {\n    setMenuItemAvailability(id: $id, available: $available) {\n      ...MenuRow\n    }\n  }\n": typeof types.SetAvailabilityDocument,
    "\n  mutation ReorderItems($sectionId: ID!, $itemIds: [ID!]!) {\n    reorderMenuItems(sectionId: $sectionId, itemIds: $itemIds) {\n      id\n      items {\n        id\n      }\n    }\n  }\n": typeof types.ReorderItemsDocument,
    "\n  mutation RemoveItem($id: ID!) {\n    removeMenuItem(id: $id)\n  }\n": typeof types.RemoveItemDocument,
    "\n  mutation RestoreItem($id: ID!) {\n    restoreMenuItem(id: $id) {\n      ...MenuRow\n      section {\n        id\n        items {\n          id\n        }\n      }\n    }\n  }\n": typeof types.RestoreItemDocument,
    "\n  mutation UpdateItem($id: ID!, $input: UpdateMenuItemInput!) {\n    updateMenuItem(id: $id, input: $input) {\n      ...MenuRow\n    }\n  }\n": typeof types.UpdateItemDocument,
    "\n  query Overview {\n    viewer {\n      id\n      tenant {\n        id\n        health {\n          ...HealthTiles\n        }\n        displays(first: 50) {\n          edges {\n            cursor\n            node {\n              ...DisplayRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment HealthTile on HealthPart {\n    status\n    since\n    code\n    values {\n      name\n      count\n    }\n  }\n\n  fragment HealthTiles on TenantHealth {\n    tenantId\n    soldOut(first: 5) {\n      edges {\n        node {\n          id\n          names {\n            locale\n            text\n          }\n        }\n      }\n      totalCount\n    }\n    displays {\n      ...HealthTile\n    }\n    screenChanges {\n      ...HealthTile\n    }\n    menu {\n      ...HealthTile\n    }\n    menuChanges {\n      ...HealthTile\n    }\n    services {\n      ...HealthTile\n    }\n    syncs {\n      ...HealthTile\n    }\n    products {\n      service {\n        id\n        product\n        status\n        since\n        version\n      }\n      sync {\n        id\n        status\n        lastSyncAt\n        lastError\n        version\n      }\n    }\n  }\n": typeof types.OverviewDocument,
    "\n  subscription HealthFeed($tenantId: ID!, $after: Cursor) {\n    tenantHealthChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      health {\n        ...HealthTiles\n      }\n    }\n  }\n": typeof types.HealthFeedDocument,
    "\n  mutation ResendInvitation($id: ID!) {\n    resendInvitation(id: $id) {\n      ...InvitationRow\n    }\n  }\n": typeof types.ResendInvitationDocument,
    "\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(id: $id) {\n      ...InvitationRow\n    }\n  }\n": typeof types.RevokeInvitationDocument,
    "\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      ...InvitationRow\n    }\n  }\n": typeof types.InviteMemberDocument,
    "\n  mutation UpdateMembership($id: ID!, $input: UpdateMembershipInput!) {\n    updateMembership(id: $id, input: $input) {\n      ...MemberRow\n    }\n  }\n": typeof types.UpdateMembershipDocument,
    "\n  mutation RemoveMember($id: ID!) {\n    removeMember(id: $id)\n  }\n": typeof types.RemoveMemberDocument,
    "\n  mutation RevokeMemberSessions($id: ID!) {\n    revokeMemberSessions(id: $id)\n  }\n": typeof types.RevokeMemberSessionsDocument,
    "\n  query People($afterMember: String) {\n    viewer {\n      id\n      tenant {\n        id\n        members(first: 50, after: $afterMember) {\n          edges {\n            cursor\n            node {\n              ...MemberRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n        invitations(first: 50) {\n          edges {\n            cursor\n            node {\n              ...InvitationRow\n            }\n          }\n        }\n      }\n    }\n  }\n\n  fragment MemberRow on Membership {\n    id\n    role\n    createdAt\n    version\n    user {\n      id\n      name\n      email\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment InvitationRow on Invitation {\n    id\n    email\n    name\n    role\n    status\n    expiresAt\n    createdAt\n    mail\n  }\n": typeof types.PeopleDocument,
    "\n  query Roles {\n    roles {\n      role\n      description\n      grantable\n    }\n  }\n": typeof types.RolesDocument,
    "\n  mutation UpdateBoard($id: ID!, $input: UpdateMenuBoardInput!) {\n    updateMenuBoard(id: $id, input: $input) {\n      ...BoardRow\n    }\n  }\n": typeof types.UpdateBoardDocument,
    "\n  mutation RemoveBoard($id: ID!) {\n    removeMenuBoard(id: $id)\n  }\n": typeof types.RemoveBoardDocument,
    "\n  mutation UpdateDisplay($id: ID!, $input: UpdateDisplayInput!) {\n    updateDisplay(id: $id, input: $input) {\n      ...DisplayRow\n    }\n  }\n": typeof types.UpdateDisplayDocument,
    "\n  mutation RevokeDisplay($id: ID!) {\n    revokeDisplay(id: $id) {\n      ...DisplayRow\n    }\n  }\n": typeof types.RevokeDisplayDocument,
    "\n  mutation CreateBoard($input: CreateMenuBoardInput!) {\n    createMenuBoard(input: $input) {\n      ...BoardRow\n    }\n  }\n": typeof types.CreateBoardDocument,
    "\n  mutation PairDisplay($code: String!, $input: PairDisplayInput!) {\n    pairDisplay(code: $code, input: $input) {\n      ...DisplayRow\n    }\n  }\n": typeof types.PairDisplayDocument,
    "\n  query Screens($afterDisplay: String, $afterBoard: String) {\n    viewer {\n      id\n      tenant {\n        id\n        displays(first: 50, after: $afterDisplay) {\n          edges {\n            cursor\n            node {\n              ...DisplayRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n        menuBoards(first: 50, after: $afterBoard) {\n          edges {\n            cursor\n            node {\n              ...BoardRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment DisplayRow on Display {\n    id\n    name\n    status\n    lastSeenAt\n    pairedAt\n    appVersion\n    width\n    height\n    version\n    board {\n      id\n      name\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment BoardRow on MenuBoard {\n    id\n    name\n    columns\n    soldOut\n    languages\n    showCalories\n    showAllergens\n    version\n    sections {\n      id\n      names {\n        locale\n        text\n      }\n    }\n    tenant {\n      id\n    }\n  }\n": typeof types.ScreensDocument,
    "\n  query Sections {\n    viewer {\n      id\n      tenant {\n        id\n        menus {\n          id\n          names {\n            locale\n            text\n          }\n          sections {\n            id\n            names {\n              locale\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.SectionsDocument,
    "\n  mutation DisableService($id: ID!, $version: Int!) {\n    disableService(id: $id, version: $version) {\n      ...ServiceRow\n    }\n  }\n": typeof types.DisableServiceDocument,
    "\n  query Services {\n    viewer {\n      id\n      tenant {\n        id\n        services {\n          ...ServiceRow\n        }\n      }\n    }\n    productTypes {\n      product\n      syncs\n      settings {\n        name\n        required\n      }\n    }\n  }\n\n  fragment ServiceRow on ProductService {\n    id\n    product\n    status\n    since\n    config\n    version\n    tenant {\n      id\n    }\n  }\n": typeof types.ServicesDocument,
    "\n  mutation EnableService($input: EnableServiceInput!) {\n    enableService(input: $input) {\n      ...ServiceRow\n    }\n  }\n": typeof types.EnableServiceDocument,
    "\n  mutation UpdateService($id: ID!, $input: UpdateServiceInput!) {\n    updateService(id: $id, input: $input) {\n      ...ServiceRow\n    }\n  }\n": typeof types.UpdateServiceDocument,
    "\n  query Invitation($token: String!) {\n    invitation(token: $token) {\n      tenantName\n      email\n      name\n      role\n      invitedBy\n      hasAccount\n    }\n  }\n": typeof types.InvitationDocument,
    "\n  mutation AcceptInvitation($token: String!, $name: String, $password: String) {\n    acceptInvitation(token: $token, name: $name, password: $password) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n": typeof types.RequestPasswordResetDocument,
    "\n  mutation ResetPassword($token: String!, $password: String!) {\n    resetPassword(token: $token, password: $password)\n  }\n": typeof types.ResetPasswordDocument,
    "\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n": typeof types.LoginDocument,
    "\n  mutation RefreshSession($refreshToken: String!) {\n    refreshSession(refreshToken: $refreshToken) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n": typeof types.RefreshSessionDocument,
    "\n  mutation SwitchTenant($tenantId: ID!) {\n    switchTenant(tenantId: $tenantId) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n": typeof types.SwitchTenantDocument,
    "\n  mutation Logout($refreshToken: String!) {\n    logout(refreshToken: $refreshToken)\n  }\n": typeof types.LogoutDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      role\n      scopes\n      tenant {\n        id\n        name\n        slug\n        languages\n        currency\n        timeZone\n      }\n      user {\n        id\n        name\n        email\n        memberships {\n          id\n          role\n          tenant {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  subscription MenuFeed($tenantId: ID!, $after: Cursor) {\n    menuChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      itemId\n      item {\n        ...MenuRow\n        section {\n          id\n          items {\n            id\n          }\n        }\n      }\n    }\n  }\n": typeof types.MenuFeedDocument,
    "\n  subscription SectionFeed($tenantId: ID!, $after: Cursor) {\n    menuSectionChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      sectionId\n      section {\n        ...SectionRow\n        items {\n          id\n        }\n        menu {\n          id\n          sections {\n            id\n          }\n        }\n      }\n    }\n  }\n": typeof types.SectionFeedDocument,
    "\n  subscription DisplayFeed($tenantId: ID!, $after: Cursor) {\n    displayHealthChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      displayId\n      display {\n        ...DisplayRow\n      }\n    }\n  }\n": typeof types.DisplayFeedDocument,
    "\n  subscription BoardFeed($tenantId: ID!, $after: Cursor) {\n    menuBoardChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      boardId\n      board {\n        ...BoardRow\n      }\n    }\n  }\n": typeof types.BoardFeedDocument,
    "\n  subscription ApiClientFeed($tenantId: ID!, $after: Cursor) {\n    apiClientChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      clientId\n      client {\n        ...ApiClientRow\n      }\n    }\n  }\n": typeof types.ApiClientFeedDocument,
    "\n  subscription PeopleFeed($tenantId: ID!, $after: Cursor) {\n    peopleChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      membershipId\n      membership {\n        ...MemberRow\n      }\n      invitationId\n      invitation {\n        ...InvitationRow\n      }\n    }\n  }\n": typeof types.PeopleFeedDocument,
    "\n  subscription ServiceFeed($tenantId: ID!, $after: Cursor) {\n    serviceChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      serviceId\n      service {\n        ...ServiceRow\n      }\n    }\n  }\n": typeof types.ServiceFeedDocument,
    "\n  subscription SyncFeed($tenantId: ID!, $after: Cursor) {\n    syncStatusChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      syncId\n      sync {\n        ...SyncRow\n      }\n      run {\n        ...RunRow\n      }\n    }\n  }\n": typeof types.SyncFeedDocument,
    "\n  query Maintenance($tenantId: ID!) {\n    maintenanceWindows(tenantId: $tenantId, first: 10) {\n      edges {\n        node {\n          id\n          title\n          startsAt\n          endsAt\n        }\n      }\n    }\n  }\n": typeof types.MaintenanceDocument,
    "\n  subscription MaintenanceFeed($tenantId: ID!, $after: Cursor) {\n    maintenanceChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      window {\n        id\n      }\n    }\n  }\n": typeof types.MaintenanceFeedDocument,
    "\n  query Tenants {\n    tenants(first: 100) {\n      edges {\n        cursor\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.TenantsDocument,
    "\n  mutation ResolveConflict($id: ID!, $take: SyncSide!) {\n    resolveConflict(id: $id, take: $take) {\n      ...ConflictRow\n    }\n  }\n": typeof types.ResolveConflictDocument,
    "\n  mutation UpdateSyncConfig($id: ID!, $version: Int!, $config: Settings!) {\n    updateSyncConfig(id: $id, version: $version, config: $config) {\n      ...SyncRow\n    }\n  }\n": typeof types.UpdateSyncConfigDocument,
    "\n  mutation RunSync($tenantId: ID!, $product: ProductType!, $mode: SyncMode!) {\n    runSync(tenantId: $tenantId, product: $product, mode: $mode) {\n      ...RunRow\n    }\n  }\n": typeof types.RunSyncDocument,
    "\n  mutation PreviewSync($tenantId: ID!, $product: ProductType!) {\n    previewSync(tenantId: $tenantId, product: $product) {\n      ...RunRow\n    }\n  }\n": typeof types.PreviewSyncDocument,
    "\n  mutation CancelSyncRun($id: ID!) {\n    cancelSyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n": typeof types.CancelSyncRunDocument,
    "\n  mutation ConfirmSyncRun($id: ID!) {\n    confirmSyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n": typeof types.ConfirmSyncRunDocument,
    "\n  mutation RetrySyncRun($id: ID!) {\n    retrySyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n": typeof types.RetrySyncRunDocument,
    "\n  query Syncs {\n    viewer {\n      id\n      tenant {\n        id\n        syncs {\n          ...SyncRow\n        }\n      }\n    }\n  }\n\n  fragment SyncRow on TenantSync {\n    id\n    product\n    status\n    lastSyncAt\n    lastError\n    config\n    version\n    tenant {\n      id\n      name\n    }\n    service {\n      id\n      status\n    }\n    failing {\n      id\n      localId\n      externalId\n      message\n    }\n    awaitingRun {\n      id\n    }\n  }\n": typeof types.SyncsDocument,
    "\n  query AllSyncs($filter: SyncFilter, $after: String) {\n    syncs(first: 50, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...SyncRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AllSyncsDocument,
    "\n  query SyncRuns($tenantId: ID!, $product: ProductType!, $after: String) {\n    syncRuns(tenantId: $tenantId, product: $product, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          ...RunRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n\n  fragment RunRow on SyncRun {\n    id\n    mode\n    status\n    attempts\n    createdAt\n    startedAt\n    endedAt\n    message\n    correlationId\n    actor {\n      kind\n      id\n    }\n    steps {\n      name\n      seen\n      created\n      updated\n      removed\n      zeroed\n      conflicts\n      failed\n    }\n    sync {\n      id\n    }\n  }\n": typeof types.SyncRunsDocument,
    "\n  query SyncFailures($id: ID!) {\n    syncRun(id: $id) {\n      id\n      failures(first: 50) {\n        edges {\n          node {\n            id\n            localId\n            externalId\n            message\n          }\n        }\n        totalCount\n      }\n    }\n  }\n": typeof types.SyncFailuresDocument,
    "\n  query SyncDifferences($id: ID!, $after: String) {\n    syncRun(id: $id) {\n      id\n      differencesLeftOut\n      differences(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            ...DifferenceRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n\n  fragment DifferenceRow on SyncDifference {\n    id\n    side\n    change\n    name\n    fields {\n      field\n      before\n      after\n    }\n  }\n": typeof types.SyncDifferencesDocument,
    "\n  query Conflicts($tenantId: ID!, $after: String) {\n    conflicts(tenantId: $tenantId, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...ConflictRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n\n  fragment ConflictRow on SyncConflict {\n    id\n    localId\n    field\n    local\n    remote\n    taken\n    createdAt\n    version\n    sync {\n      id\n      product\n    }\n  }\n": typeof types.ConflictsDocument,
};
const documents: Documents = {
    "\n  mutation UpdateApiClient($id: ID!, $input: UpdateApiClientInput!) {\n    updateApiClient(id: $id, input: $input) {\n      ...ApiClientRow\n    }\n  }\n": types.UpdateApiClientDocument,
    "\n  mutation SuspendApiClient($id: ID!) {\n    suspendApiClient(id: $id) {\n      ...ApiClientRow\n    }\n  }\n": types.SuspendApiClientDocument,
    "\n  mutation ResumeApiClient($id: ID!) {\n    resumeApiClient(id: $id) {\n      ...ApiClientRow\n    }\n  }\n": types.ResumeApiClientDocument,
    "\n  mutation RemoveApiClient($id: ID!) {\n    removeApiClient(id: $id)\n  }\n": types.RemoveApiClientDocument,
    "\n  mutation CreateApiKey($clientId: ID!) {\n    createApiKey(clientId: $clientId) {\n      key\n      apiKey {\n        ...ApiKeyRow\n        client {\n          id\n          keys {\n            ...ApiKeyRow\n          }\n        }\n      }\n    }\n  }\n": types.CreateApiKeyDocument,
    "\n  mutation RotateApiKey($id: ID!) {\n    rotateApiKey(id: $id) {\n      key\n      apiKey {\n        ...ApiKeyRow\n        client {\n          id\n          keys {\n            ...ApiKeyRow\n          }\n        }\n      }\n    }\n  }\n": types.RotateApiKeyDocument,
    "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyRow\n      client {\n        id\n        keys {\n          ...ApiKeyRow\n        }\n      }\n    }\n  }\n": types.RevokeApiKeyDocument,
    "\n  mutation CreateApiClient($input: CreateApiClientInput!) {\n    createApiClient(input: $input) {\n      ...ApiClientRow\n    }\n  }\n": types.CreateApiClientDocument,
    "\n  mutation ApproveOperation($id: ID!) {\n    approveOperations(ids: [$id]) {\n      ...OperationRow\n    }\n  }\n": types.ApproveOperationDocument,
    "\n  mutation RejectOperation($id: ID!, $reason: String!) {\n    rejectOperations(ids: [$id], reason: $reason) {\n      ...OperationRow\n    }\n  }\n": types.RejectOperationDocument,
    "\n  mutation RemoveOperation($id: ID!) {\n    removeOperations(ids: [$id])\n  }\n": types.RemoveOperationDocument,
    "\n  mutation RegisterOperations($clientId: ID!, $documents: [OperationDocumentInput!]!) {\n    registerOperations(clientId: $clientId, documents: $documents) {\n      documentId\n      name\n      problems {\n        kind\n        message\n        scope\n      }\n      operation {\n        ...OperationRow\n      }\n    }\n  }\n": types.RegisterOperationsDocument,
    "\n  query FieldUsage($days: Int!, $field: String, $after: String) {\n    viewer {\n      id\n      tenant {\n        id\n        apiClients(first: 200, after: $after) {\n          edges {\n            cursor\n            node {\n              ...ApiClientRow\n              usage(days: $days, field: $field) {\n                fields {\n                  coordinate\n                  count\n                  lastDay\n                }\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.FieldUsageDocument,
    "\n  query Access($after: String) {\n    viewer {\n      id\n      tenant {\n        id\n        apiClients(first: 50, after: $after) {\n          edges {\n            cursor\n            node {\n              ...ApiClientRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment ApiClientRow on ApiClient {\n    id\n    name\n    description\n    scopes\n    application\n    status\n    limits {\n      perMinute\n      perHour\n      subscriptions\n      cost\n    }\n    version\n    waitingOperations\n    refusedOperations\n    keys {\n      ...ApiKeyRow\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment ApiKeyRow on ApiKey {\n    id\n    prefix\n    note\n    status\n    createdAt\n    lastUsedAt\n    expiresAt\n  }\n": types.AccessDocument,
    "\n  query ClientOperations($clientId: ID!, $after: String) {\n    apiClient(id: $clientId) {\n      id\n      name\n      operations(first: 200, after: $after) {\n        edges {\n          cursor\n          node {\n            ...OperationRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n\n  fragment OperationRow on RegisteredOperation {\n    id\n    documentId\n    name\n    kind\n    text\n    rootFields\n    status\n    reason\n    expiresAt\n    cost\n    scopes\n    problems {\n      kind\n      message\n      scope\n    }\n  }\n": types.ClientOperationsDocument,
    "\n  query Sessions($after: String) {\n    viewer {\n      id\n      sessions(first: 50, after: $after) {\n        totalCount\n        edges {\n          cursor\n          node {\n            ...SessionRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n\n  fragment SessionRow on UserSession {\n    id\n    device\n    address\n    createdAt\n    lastUsedAt\n    isCurrent\n  }\n": types.SessionsDocument,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) {\n      id\n    }\n  }\n": types.RevokeSessionDocument,
    "\n  mutation RevokeOtherSessions {\n    revokeOtherSessions\n  }\n": types.RevokeOtherSessionsDocument,
    "\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n": types.ChangePasswordDocument,
    "\n  query Log($tenantId: ID!, $filter: AuditFilter!, $after: String) {\n    auditEntries(tenantId: $tenantId, filter: $filter, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...LogRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n\n  fragment LogRow on AuditEntry {\n    id\n    at\n    action\n    kind\n    noun\n    nounId\n    address\n    correlationId\n    actor {\n      kind\n      id\n      name\n    }\n    changes {\n      field\n      before\n      after\n    }\n  }\n": types.LogDocument,
    "\n  query LogExport($tenantId: ID!, $filter: AuditFilter!, $after: String) {\n    auditExport(tenantId: $tenantId, filter: $filter, after: $after) {\n      csv\n      hasNextPage\n      endCursor\n    }\n  }\n": types.LogExportDocument,
    "\n  mutation CreateItem($input: CreateMenuItemInput!) {\n    createMenuItem(input: $input) {\n      ...MenuRow\n      section {\n        id\n        items {\n          id\n        }\n      }\n    }\n  }\n": types.CreateItemDocument,
    "\n  mutation CreateSection($input: CreateMenuSectionInput!) {\n    createMenuSection(input: $input) {\n      ...SectionRow\n      items {\n        id\n      }\n      menu {\n        id\n        sections {\n          id\n        }\n      }\n    }\n  }\n": types.CreateSectionDocument,
    "\n  mutation UpdateSection($id: ID!, $input: UpdateMenuSectionInput!) {\n    updateMenuSection(id: $id, input: $input) {\n      ...SectionRow\n    }\n  }\n": types.UpdateSectionDocument,
    "\n  mutation ReorderSections($menuId: ID!, $sectionIds: [ID!]!) {\n    reorderMenuSections(menuId: $menuId, sectionIds: $sectionIds) {\n      id\n      sections {\n        ...SectionRow\n      }\n    }\n  }\n": types.ReorderSectionsDocument,
    "\n  mutation RemoveSection($id: ID!) {\n    removeMenuSection(id: $id)\n  }\n": types.RemoveSectionDocument,
    "\n  query Menu {\n    viewer {\n      id\n      tenant {\n        id\n        menus {\n          id\n          names {\n            locale\n            text\n          }\n          sections {\n            ...SectionRow\n            items {\n              ...MenuRow\n            }\n          }\n        }\n      }\n    }\n  }\n\n  fragment SectionRow on MenuSection {\n    id\n    names {\n      locale\n      text\n    }\n    version\n    menu {\n      id\n    }\n  }\n\n  fragment MenuRow on MenuItem {\n    id\n    names {\n      locale\n      text\n    }\n    descriptions {\n      locale\n      text\n    }\n    price {\n      amount\n      currency\n    }\n    available\n    allergens\n    calories\n    imageUrl\n    version\n    updatedAt\n    section {\n      id\n    }\n  }\n": types.MenuDocument,
    "\n  query Item($id: ID!) {\n    menuItem(id: $id) {\n      ...MenuRow\n    }\n  }\n": types.ItemDocument,
    "\n  mutation SetAvailability($id: ID!, $available: Boolean!) {\n    setMenuItemAvailability(id: $id, available: $available) {\n      ...MenuRow\n    }\n  }\n": types.SetAvailabilityDocument,
    "\n  mutation ReorderItems($sectionId: ID!, $itemIds: [ID!]!) {\n    reorderMenuItems(sectionId: $sectionId, itemIds: $itemIds) {\n      id\n      items {\n        id\n      }\n    }\n  }\n": types.ReorderItemsDocument,
    "\n  mutation RemoveItem($id: ID!) {\n    removeMenuItem(id: $id)\n  }\n": types.RemoveItemDocument,
    "\n  mutation RestoreItem($id: ID!) {\n    restoreMenuItem(id: $id) {\n      ...MenuRow\n      section {\n        id\n        items {\n          id\n        }\n      }\n    }\n  }\n": types.RestoreItemDocument,
    "\n  mutation UpdateItem($id: ID!, $input: UpdateMenuItemInput!) {\n    updateMenuItem(id: $id, input: $input) {\n      ...MenuRow\n    }\n  }\n": types.UpdateItemDocument,
    "\n  query Overview {\n    viewer {\n      id\n      tenant {\n        id\n        health {\n          ...HealthTiles\n        }\n        displays(first: 50) {\n          edges {\n            cursor\n            node {\n              ...DisplayRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment HealthTile on HealthPart {\n    status\n    since\n    code\n    values {\n      name\n      count\n    }\n  }\n\n  fragment HealthTiles on TenantHealth {\n    tenantId\n    soldOut(first: 5) {\n      edges {\n        node {\n          id\n          names {\n            locale\n            text\n          }\n        }\n      }\n      totalCount\n    }\n    displays {\n      ...HealthTile\n    }\n    screenChanges {\n      ...HealthTile\n    }\n    menu {\n      ...HealthTile\n    }\n    menuChanges {\n      ...HealthTile\n    }\n    services {\n      ...HealthTile\n    }\n    syncs {\n      ...HealthTile\n    }\n    products {\n      service {\n        id\n        product\n        status\n        since\n        version\n      }\n      sync {\n        id\n        status\n        lastSyncAt\n        lastError\n        version\n      }\n    }\n  }\n": types.OverviewDocument,
    "\n  subscription HealthFeed($tenantId: ID!, $after: Cursor) {\n    tenantHealthChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      health {\n        ...HealthTiles\n      }\n    }\n  }\n": types.HealthFeedDocument,
    "\n  mutation ResendInvitation($id: ID!) {\n    resendInvitation(id: $id) {\n      ...InvitationRow\n    }\n  }\n": types.ResendInvitationDocument,
    "\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(id: $id) {\n      ...InvitationRow\n    }\n  }\n": types.RevokeInvitationDocument,
    "\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      ...InvitationRow\n    }\n  }\n": types.InviteMemberDocument,
    "\n  mutation UpdateMembership($id: ID!, $input: UpdateMembershipInput!) {\n    updateMembership(id: $id, input: $input) {\n      ...MemberRow\n    }\n  }\n": types.UpdateMembershipDocument,
    "\n  mutation RemoveMember($id: ID!) {\n    removeMember(id: $id)\n  }\n": types.RemoveMemberDocument,
    "\n  mutation RevokeMemberSessions($id: ID!) {\n    revokeMemberSessions(id: $id)\n  }\n": types.RevokeMemberSessionsDocument,
    "\n  query People($afterMember: String) {\n    viewer {\n      id\n      tenant {\n        id\n        members(first: 50, after: $afterMember) {\n          edges {\n            cursor\n            node {\n              ...MemberRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n        invitations(first: 50) {\n          edges {\n            cursor\n            node {\n              ...InvitationRow\n            }\n          }\n        }\n      }\n    }\n  }\n\n  fragment MemberRow on Membership {\n    id\n    role\n    createdAt\n    version\n    user {\n      id\n      name\n      email\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment InvitationRow on Invitation {\n    id\n    email\n    name\n    role\n    status\n    expiresAt\n    createdAt\n    mail\n  }\n": types.PeopleDocument,
    "\n  query Roles {\n    roles {\n      role\n      description\n      grantable\n    }\n  }\n": types.RolesDocument,
    "\n  mutation UpdateBoard($id: ID!, $input: UpdateMenuBoardInput!) {\n    updateMenuBoard(id: $id, input: $input) {\n      ...BoardRow\n    }\n  }\n": types.UpdateBoardDocument,
    "\n  mutation RemoveBoard($id: ID!) {\n    removeMenuBoard(id: $id)\n  }\n": types.RemoveBoardDocument,
    "\n  mutation UpdateDisplay($id: ID!, $input: UpdateDisplayInput!) {\n    updateDisplay(id: $id, input: $input) {\n      ...DisplayRow\n    }\n  }\n": types.UpdateDisplayDocument,
    "\n  mutation RevokeDisplay($id: ID!) {\n    revokeDisplay(id: $id) {\n      ...DisplayRow\n    }\n  }\n": types.RevokeDisplayDocument,
    "\n  mutation CreateBoard($input: CreateMenuBoardInput!) {\n    createMenuBoard(input: $input) {\n      ...BoardRow\n    }\n  }\n": types.CreateBoardDocument,
    "\n  mutation PairDisplay($code: String!, $input: PairDisplayInput!) {\n    pairDisplay(code: $code, input: $input) {\n      ...DisplayRow\n    }\n  }\n": types.PairDisplayDocument,
    "\n  query Screens($afterDisplay: String, $afterBoard: String) {\n    viewer {\n      id\n      tenant {\n        id\n        displays(first: 50, after: $afterDisplay) {\n          edges {\n            cursor\n            node {\n              ...DisplayRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n        menuBoards(first: 50, after: $afterBoard) {\n          edges {\n            cursor\n            node {\n              ...BoardRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment DisplayRow on Display {\n    id\n    name\n    status\n    lastSeenAt\n    pairedAt\n    appVersion\n    width\n    height\n    version\n    board {\n      id\n      name\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment BoardRow on MenuBoard {\n    id\n    name\n    columns\n    soldOut\n    languages\n    showCalories\n    showAllergens\n    version\n    sections {\n      id\n      names {\n        locale\n        text\n      }\n    }\n    tenant {\n      id\n    }\n  }\n": types.ScreensDocument,
    "\n  query Sections {\n    viewer {\n      id\n      tenant {\n        id\n        menus {\n          id\n          names {\n            locale\n            text\n          }\n          sections {\n            id\n            names {\n              locale\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": types.SectionsDocument,
    "\n  mutation DisableService($id: ID!, $version: Int!) {\n    disableService(id: $id, version: $version) {\n      ...ServiceRow\n    }\n  }\n": types.DisableServiceDocument,
    "\n  query Services {\n    viewer {\n      id\n      tenant {\n        id\n        services {\n          ...ServiceRow\n        }\n      }\n    }\n    productTypes {\n      product\n      syncs\n      settings {\n        name\n        required\n      }\n    }\n  }\n\n  fragment ServiceRow on ProductService {\n    id\n    product\n    status\n    since\n    config\n    version\n    tenant {\n      id\n    }\n  }\n": types.ServicesDocument,
    "\n  mutation EnableService($input: EnableServiceInput!) {\n    enableService(input: $input) {\n      ...ServiceRow\n    }\n  }\n": types.EnableServiceDocument,
    "\n  mutation UpdateService($id: ID!, $input: UpdateServiceInput!) {\n    updateService(id: $id, input: $input) {\n      ...ServiceRow\n    }\n  }\n": types.UpdateServiceDocument,
    "\n  query Invitation($token: String!) {\n    invitation(token: $token) {\n      tenantName\n      email\n      name\n      role\n      invitedBy\n      hasAccount\n    }\n  }\n": types.InvitationDocument,
    "\n  mutation AcceptInvitation($token: String!, $name: String, $password: String) {\n    acceptInvitation(token: $token, name: $name, password: $password) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n": types.RequestPasswordResetDocument,
    "\n  mutation ResetPassword($token: String!, $password: String!) {\n    resetPassword(token: $token, password: $password)\n  }\n": types.ResetPasswordDocument,
    "\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n": types.LoginDocument,
    "\n  mutation RefreshSession($refreshToken: String!) {\n    refreshSession(refreshToken: $refreshToken) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n": types.RefreshSessionDocument,
    "\n  mutation SwitchTenant($tenantId: ID!) {\n    switchTenant(tenantId: $tenantId) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n": types.SwitchTenantDocument,
    "\n  mutation Logout($refreshToken: String!) {\n    logout(refreshToken: $refreshToken)\n  }\n": types.LogoutDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      role\n      scopes\n      tenant {\n        id\n        name\n        slug\n        languages\n        currency\n        timeZone\n      }\n      user {\n        id\n        name\n        email\n        memberships {\n          id\n          role\n          tenant {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  subscription MenuFeed($tenantId: ID!, $after: Cursor) {\n    menuChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      itemId\n      item {\n        ...MenuRow\n        section {\n          id\n          items {\n            id\n          }\n        }\n      }\n    }\n  }\n": types.MenuFeedDocument,
    "\n  subscription SectionFeed($tenantId: ID!, $after: Cursor) {\n    menuSectionChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      sectionId\n      section {\n        ...SectionRow\n        items {\n          id\n        }\n        menu {\n          id\n          sections {\n            id\n          }\n        }\n      }\n    }\n  }\n": types.SectionFeedDocument,
    "\n  subscription DisplayFeed($tenantId: ID!, $after: Cursor) {\n    displayHealthChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      displayId\n      display {\n        ...DisplayRow\n      }\n    }\n  }\n": types.DisplayFeedDocument,
    "\n  subscription BoardFeed($tenantId: ID!, $after: Cursor) {\n    menuBoardChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      boardId\n      board {\n        ...BoardRow\n      }\n    }\n  }\n": types.BoardFeedDocument,
    "\n  subscription ApiClientFeed($tenantId: ID!, $after: Cursor) {\n    apiClientChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      clientId\n      client {\n        ...ApiClientRow\n      }\n    }\n  }\n": types.ApiClientFeedDocument,
    "\n  subscription PeopleFeed($tenantId: ID!, $after: Cursor) {\n    peopleChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      membershipId\n      membership {\n        ...MemberRow\n      }\n      invitationId\n      invitation {\n        ...InvitationRow\n      }\n    }\n  }\n": types.PeopleFeedDocument,
    "\n  subscription ServiceFeed($tenantId: ID!, $after: Cursor) {\n    serviceChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      serviceId\n      service {\n        ...ServiceRow\n      }\n    }\n  }\n": types.ServiceFeedDocument,
    "\n  subscription SyncFeed($tenantId: ID!, $after: Cursor) {\n    syncStatusChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      syncId\n      sync {\n        ...SyncRow\n      }\n      run {\n        ...RunRow\n      }\n    }\n  }\n": types.SyncFeedDocument,
    "\n  query Maintenance($tenantId: ID!) {\n    maintenanceWindows(tenantId: $tenantId, first: 10) {\n      edges {\n        node {\n          id\n          title\n          startsAt\n          endsAt\n        }\n      }\n    }\n  }\n": types.MaintenanceDocument,
    "\n  subscription MaintenanceFeed($tenantId: ID!, $after: Cursor) {\n    maintenanceChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      window {\n        id\n      }\n    }\n  }\n": types.MaintenanceFeedDocument,
    "\n  query Tenants {\n    tenants(first: 100) {\n      edges {\n        cursor\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.TenantsDocument,
    "\n  mutation ResolveConflict($id: ID!, $take: SyncSide!) {\n    resolveConflict(id: $id, take: $take) {\n      ...ConflictRow\n    }\n  }\n": types.ResolveConflictDocument,
    "\n  mutation UpdateSyncConfig($id: ID!, $version: Int!, $config: Settings!) {\n    updateSyncConfig(id: $id, version: $version, config: $config) {\n      ...SyncRow\n    }\n  }\n": types.UpdateSyncConfigDocument,
    "\n  mutation RunSync($tenantId: ID!, $product: ProductType!, $mode: SyncMode!) {\n    runSync(tenantId: $tenantId, product: $product, mode: $mode) {\n      ...RunRow\n    }\n  }\n": types.RunSyncDocument,
    "\n  mutation PreviewSync($tenantId: ID!, $product: ProductType!) {\n    previewSync(tenantId: $tenantId, product: $product) {\n      ...RunRow\n    }\n  }\n": types.PreviewSyncDocument,
    "\n  mutation CancelSyncRun($id: ID!) {\n    cancelSyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n": types.CancelSyncRunDocument,
    "\n  mutation ConfirmSyncRun($id: ID!) {\n    confirmSyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n": types.ConfirmSyncRunDocument,
    "\n  mutation RetrySyncRun($id: ID!) {\n    retrySyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n": types.RetrySyncRunDocument,
    "\n  query Syncs {\n    viewer {\n      id\n      tenant {\n        id\n        syncs {\n          ...SyncRow\n        }\n      }\n    }\n  }\n\n  fragment SyncRow on TenantSync {\n    id\n    product\n    status\n    lastSyncAt\n    lastError\n    config\n    version\n    tenant {\n      id\n      name\n    }\n    service {\n      id\n      status\n    }\n    failing {\n      id\n      localId\n      externalId\n      message\n    }\n    awaitingRun {\n      id\n    }\n  }\n": types.SyncsDocument,
    "\n  query AllSyncs($filter: SyncFilter, $after: String) {\n    syncs(first: 50, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...SyncRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AllSyncsDocument,
    "\n  query SyncRuns($tenantId: ID!, $product: ProductType!, $after: String) {\n    syncRuns(tenantId: $tenantId, product: $product, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          ...RunRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n\n  fragment RunRow on SyncRun {\n    id\n    mode\n    status\n    attempts\n    createdAt\n    startedAt\n    endedAt\n    message\n    correlationId\n    actor {\n      kind\n      id\n    }\n    steps {\n      name\n      seen\n      created\n      updated\n      removed\n      zeroed\n      conflicts\n      failed\n    }\n    sync {\n      id\n    }\n  }\n": types.SyncRunsDocument,
    "\n  query SyncFailures($id: ID!) {\n    syncRun(id: $id) {\n      id\n      failures(first: 50) {\n        edges {\n          node {\n            id\n            localId\n            externalId\n            message\n          }\n        }\n        totalCount\n      }\n    }\n  }\n": types.SyncFailuresDocument,
    "\n  query SyncDifferences($id: ID!, $after: String) {\n    syncRun(id: $id) {\n      id\n      differencesLeftOut\n      differences(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            ...DifferenceRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n\n  fragment DifferenceRow on SyncDifference {\n    id\n    side\n    change\n    name\n    fields {\n      field\n      before\n      after\n    }\n  }\n": types.SyncDifferencesDocument,
    "\n  query Conflicts($tenantId: ID!, $after: String) {\n    conflicts(tenantId: $tenantId, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...ConflictRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n\n  fragment ConflictRow on SyncConflict {\n    id\n    localId\n    field\n    local\n    remote\n    taken\n    createdAt\n    version\n    sync {\n      id\n      product\n    }\n  }\n": types.ConflictsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateApiClient($id: ID!, $input: UpdateApiClientInput!) {\n    updateApiClient(id: $id, input: $input) {\n      ...ApiClientRow\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateApiClient($id: ID!, $input: UpdateApiClientInput!) {\n    updateApiClient(id: $id, input: $input) {\n      ...ApiClientRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SuspendApiClient($id: ID!) {\n    suspendApiClient(id: $id) {\n      ...ApiClientRow\n    }\n  }\n"): (typeof documents)["\n  mutation SuspendApiClient($id: ID!) {\n    suspendApiClient(id: $id) {\n      ...ApiClientRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeApiClient($id: ID!) {\n    resumeApiClient(id: $id) {\n      ...ApiClientRow\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeApiClient($id: ID!) {\n    resumeApiClient(id: $id) {\n      ...ApiClientRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveApiClient($id: ID!) {\n    removeApiClient(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveApiClient($id: ID!) {\n    removeApiClient(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($clientId: ID!) {\n    createApiKey(clientId: $clientId) {\n      key\n      apiKey {\n        ...ApiKeyRow\n        client {\n          id\n          keys {\n            ...ApiKeyRow\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($clientId: ID!) {\n    createApiKey(clientId: $clientId) {\n      key\n      apiKey {\n        ...ApiKeyRow\n        client {\n          id\n          keys {\n            ...ApiKeyRow\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateApiKey($id: ID!) {\n    rotateApiKey(id: $id) {\n      key\n      apiKey {\n        ...ApiKeyRow\n        client {\n          id\n          keys {\n            ...ApiKeyRow\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RotateApiKey($id: ID!) {\n    rotateApiKey(id: $id) {\n      key\n      apiKey {\n        ...ApiKeyRow\n        client {\n          id\n          keys {\n            ...ApiKeyRow\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyRow\n      client {\n        id\n        keys {\n          ...ApiKeyRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($id: ID!) {\n    revokeApiKey(id: $id) {\n      ...ApiKeyRow\n      client {\n        id\n        keys {\n          ...ApiKeyRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiClient($input: CreateApiClientInput!) {\n    createApiClient(input: $input) {\n      ...ApiClientRow\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiClient($input: CreateApiClientInput!) {\n    createApiClient(input: $input) {\n      ...ApiClientRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveOperation($id: ID!) {\n    approveOperations(ids: [$id]) {\n      ...OperationRow\n    }\n  }\n"): (typeof documents)["\n  mutation ApproveOperation($id: ID!) {\n    approveOperations(ids: [$id]) {\n      ...OperationRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RejectOperation($id: ID!, $reason: String!) {\n    rejectOperations(ids: [$id], reason: $reason) {\n      ...OperationRow\n    }\n  }\n"): (typeof documents)["\n  mutation RejectOperation($id: ID!, $reason: String!) {\n    rejectOperations(ids: [$id], reason: $reason) {\n      ...OperationRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveOperation($id: ID!) {\n    removeOperations(ids: [$id])\n  }\n"): (typeof documents)["\n  mutation RemoveOperation($id: ID!) {\n    removeOperations(ids: [$id])\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterOperations($clientId: ID!, $documents: [OperationDocumentInput!]!) {\n    registerOperations(clientId: $clientId, documents: $documents) {\n      documentId\n      name\n      problems {\n        kind\n        message\n        scope\n      }\n      operation {\n        ...OperationRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RegisterOperations($clientId: ID!, $documents: [OperationDocumentInput!]!) {\n    registerOperations(clientId: $clientId, documents: $documents) {\n      documentId\n      name\n      problems {\n        kind\n        message\n        scope\n      }\n      operation {\n        ...OperationRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FieldUsage($days: Int!, $field: String, $after: String) {\n    viewer {\n      id\n      tenant {\n        id\n        apiClients(first: 200, after: $after) {\n          edges {\n            cursor\n            node {\n              ...ApiClientRow\n              usage(days: $days, field: $field) {\n                fields {\n                  coordinate\n                  count\n                  lastDay\n                }\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FieldUsage($days: Int!, $field: String, $after: String) {\n    viewer {\n      id\n      tenant {\n        id\n        apiClients(first: 200, after: $after) {\n          edges {\n            cursor\n            node {\n              ...ApiClientRow\n              usage(days: $days, field: $field) {\n                fields {\n                  coordinate\n                  count\n                  lastDay\n                }\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Access($after: String) {\n    viewer {\n      id\n      tenant {\n        id\n        apiClients(first: 50, after: $after) {\n          edges {\n            cursor\n            node {\n              ...ApiClientRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment ApiClientRow on ApiClient {\n    id\n    name\n    description\n    scopes\n    application\n    status\n    limits {\n      perMinute\n      perHour\n      subscriptions\n      cost\n    }\n    version\n    waitingOperations\n    refusedOperations\n    keys {\n      ...ApiKeyRow\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment ApiKeyRow on ApiKey {\n    id\n    prefix\n    note\n    status\n    createdAt\n    lastUsedAt\n    expiresAt\n  }\n"): (typeof documents)["\n  query Access($after: String) {\n    viewer {\n      id\n      tenant {\n        id\n        apiClients(first: 50, after: $after) {\n          edges {\n            cursor\n            node {\n              ...ApiClientRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment ApiClientRow on ApiClient {\n    id\n    name\n    description\n    scopes\n    application\n    status\n    limits {\n      perMinute\n      perHour\n      subscriptions\n      cost\n    }\n    version\n    waitingOperations\n    refusedOperations\n    keys {\n      ...ApiKeyRow\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment ApiKeyRow on ApiKey {\n    id\n    prefix\n    note\n    status\n    createdAt\n    lastUsedAt\n    expiresAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClientOperations($clientId: ID!, $after: String) {\n    apiClient(id: $clientId) {\n      id\n      name\n      operations(first: 200, after: $after) {\n        edges {\n          cursor\n          node {\n            ...OperationRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n\n  fragment OperationRow on RegisteredOperation {\n    id\n    documentId\n    name\n    kind\n    text\n    rootFields\n    status\n    reason\n    expiresAt\n    cost\n    scopes\n    problems {\n      kind\n      message\n      scope\n    }\n  }\n"): (typeof documents)["\n  query ClientOperations($clientId: ID!, $after: String) {\n    apiClient(id: $clientId) {\n      id\n      name\n      operations(first: 200, after: $after) {\n        edges {\n          cursor\n          node {\n            ...OperationRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n\n  fragment OperationRow on RegisteredOperation {\n    id\n    documentId\n    name\n    kind\n    text\n    rootFields\n    status\n    reason\n    expiresAt\n    cost\n    scopes\n    problems {\n      kind\n      message\n      scope\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions($after: String) {\n    viewer {\n      id\n      sessions(first: 50, after: $after) {\n        totalCount\n        edges {\n          cursor\n          node {\n            ...SessionRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n\n  fragment SessionRow on UserSession {\n    id\n    device\n    address\n    createdAt\n    lastUsedAt\n    isCurrent\n  }\n"): (typeof documents)["\n  query Sessions($after: String) {\n    viewer {\n      id\n      sessions(first: 50, after: $after) {\n        totalCount\n        edges {\n          cursor\n          node {\n            ...SessionRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n\n  fragment SessionRow on UserSession {\n    id\n    device\n    address\n    createdAt\n    lastUsedAt\n    isCurrent\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeOtherSessions {\n    revokeOtherSessions\n  }\n"): (typeof documents)["\n  mutation RevokeOtherSessions {\n    revokeOtherSessions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n"): (typeof documents)["\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Log($tenantId: ID!, $filter: AuditFilter!, $after: String) {\n    auditEntries(tenantId: $tenantId, filter: $filter, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...LogRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n\n  fragment LogRow on AuditEntry {\n    id\n    at\n    action\n    kind\n    noun\n    nounId\n    address\n    correlationId\n    actor {\n      kind\n      id\n      name\n    }\n    changes {\n      field\n      before\n      after\n    }\n  }\n"): (typeof documents)["\n  query Log($tenantId: ID!, $filter: AuditFilter!, $after: String) {\n    auditEntries(tenantId: $tenantId, filter: $filter, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...LogRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n\n  fragment LogRow on AuditEntry {\n    id\n    at\n    action\n    kind\n    noun\n    nounId\n    address\n    correlationId\n    actor {\n      kind\n      id\n      name\n    }\n    changes {\n      field\n      before\n      after\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LogExport($tenantId: ID!, $filter: AuditFilter!, $after: String) {\n    auditExport(tenantId: $tenantId, filter: $filter, after: $after) {\n      csv\n      hasNextPage\n      endCursor\n    }\n  }\n"): (typeof documents)["\n  query LogExport($tenantId: ID!, $filter: AuditFilter!, $after: String) {\n    auditExport(tenantId: $tenantId, filter: $filter, after: $after) {\n      csv\n      hasNextPage\n      endCursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateItem($input: CreateMenuItemInput!) {\n    createMenuItem(input: $input) {\n      ...MenuRow\n      section {\n        id\n        items {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateItem($input: CreateMenuItemInput!) {\n    createMenuItem(input: $input) {\n      ...MenuRow\n      section {\n        id\n        items {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSection($input: CreateMenuSectionInput!) {\n    createMenuSection(input: $input) {\n      ...SectionRow\n      items {\n        id\n      }\n      menu {\n        id\n        sections {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateSection($input: CreateMenuSectionInput!) {\n    createMenuSection(input: $input) {\n      ...SectionRow\n      items {\n        id\n      }\n      menu {\n        id\n        sections {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSection($id: ID!, $input: UpdateMenuSectionInput!) {\n    updateMenuSection(id: $id, input: $input) {\n      ...SectionRow\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateSection($id: ID!, $input: UpdateMenuSectionInput!) {\n    updateMenuSection(id: $id, input: $input) {\n      ...SectionRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReorderSections($menuId: ID!, $sectionIds: [ID!]!) {\n    reorderMenuSections(menuId: $menuId, sectionIds: $sectionIds) {\n      id\n      sections {\n        ...SectionRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReorderSections($menuId: ID!, $sectionIds: [ID!]!) {\n    reorderMenuSections(menuId: $menuId, sectionIds: $sectionIds) {\n      id\n      sections {\n        ...SectionRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveSection($id: ID!) {\n    removeMenuSection(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveSection($id: ID!) {\n    removeMenuSection(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Menu {\n    viewer {\n      id\n      tenant {\n        id\n        menus {\n          id\n          names {\n            locale\n            text\n          }\n          sections {\n            ...SectionRow\n            items {\n              ...MenuRow\n            }\n          }\n        }\n      }\n    }\n  }\n\n  fragment SectionRow on MenuSection {\n    id\n    names {\n      locale\n      text\n    }\n    version\n    menu {\n      id\n    }\n  }\n\n  fragment MenuRow on MenuItem {\n    id\n    names {\n      locale\n      text\n    }\n    descriptions {\n      locale\n      text\n    }\n    price {\n      amount\n      currency\n    }\n    available\n    allergens\n    calories\n    imageUrl\n    version\n    updatedAt\n    section {\n      id\n    }\n  }\n"): (typeof documents)["\n  query Menu {\n    viewer {\n      id\n      tenant {\n        id\n        menus {\n          id\n          names {\n            locale\n            text\n          }\n          sections {\n            ...SectionRow\n            items {\n              ...MenuRow\n            }\n          }\n        }\n      }\n    }\n  }\n\n  fragment SectionRow on MenuSection {\n    id\n    names {\n      locale\n      text\n    }\n    version\n    menu {\n      id\n    }\n  }\n\n  fragment MenuRow on MenuItem {\n    id\n    names {\n      locale\n      text\n    }\n    descriptions {\n      locale\n      text\n    }\n    price {\n      amount\n      currency\n    }\n    available\n    allergens\n    calories\n    imageUrl\n    version\n    updatedAt\n    section {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Item($id: ID!) {\n    menuItem(id: $id) {\n      ...MenuRow\n    }\n  }\n"): (typeof documents)["\n  query Item($id: ID!) {\n    menuItem(id: $id) {\n      ...MenuRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetAvailability($id: ID!, $available: Boolean!) {\n    setMenuItemAvailability(id: $id, available: $available) {\n      ...MenuRow\n    }\n  }\n"): (typeof documents)["\n  mutation SetAvailability($id: ID!, $available: Boolean!) {\n    setMenuItemAvailability(id: $id, available: $available) {\n      ...MenuRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReorderItems($sectionId: ID!, $itemIds: [ID!]!) {\n    reorderMenuItems(sectionId: $sectionId, itemIds: $itemIds) {\n      id\n      items {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReorderItems($sectionId: ID!, $itemIds: [ID!]!) {\n    reorderMenuItems(sectionId: $sectionId, itemIds: $itemIds) {\n      id\n      items {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveItem($id: ID!) {\n    removeMenuItem(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveItem($id: ID!) {\n    removeMenuItem(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreItem($id: ID!) {\n    restoreMenuItem(id: $id) {\n      ...MenuRow\n      section {\n        id\n        items {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreItem($id: ID!) {\n    restoreMenuItem(id: $id) {\n      ...MenuRow\n      section {\n        id\n        items {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateItem($id: ID!, $input: UpdateMenuItemInput!) {\n    updateMenuItem(id: $id, input: $input) {\n      ...MenuRow\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateItem($id: ID!, $input: UpdateMenuItemInput!) {\n    updateMenuItem(id: $id, input: $input) {\n      ...MenuRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Overview {\n    viewer {\n      id\n      tenant {\n        id\n        health {\n          ...HealthTiles\n        }\n        displays(first: 50) {\n          edges {\n            cursor\n            node {\n              ...DisplayRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment HealthTile on HealthPart {\n    status\n    since\n    code\n    values {\n      name\n      count\n    }\n  }\n\n  fragment HealthTiles on TenantHealth {\n    tenantId\n    soldOut(first: 5) {\n      edges {\n        node {\n          id\n          names {\n            locale\n            text\n          }\n        }\n      }\n      totalCount\n    }\n    displays {\n      ...HealthTile\n    }\n    screenChanges {\n      ...HealthTile\n    }\n    menu {\n      ...HealthTile\n    }\n    menuChanges {\n      ...HealthTile\n    }\n    services {\n      ...HealthTile\n    }\n    syncs {\n      ...HealthTile\n    }\n    products {\n      service {\n        id\n        product\n        status\n        since\n        version\n      }\n      sync {\n        id\n        status\n        lastSyncAt\n        lastError\n        version\n      }\n    }\n  }\n"): (typeof documents)["\n  query Overview {\n    viewer {\n      id\n      tenant {\n        id\n        health {\n          ...HealthTiles\n        }\n        displays(first: 50) {\n          edges {\n            cursor\n            node {\n              ...DisplayRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment HealthTile on HealthPart {\n    status\n    since\n    code\n    values {\n      name\n      count\n    }\n  }\n\n  fragment HealthTiles on TenantHealth {\n    tenantId\n    soldOut(first: 5) {\n      edges {\n        node {\n          id\n          names {\n            locale\n            text\n          }\n        }\n      }\n      totalCount\n    }\n    displays {\n      ...HealthTile\n    }\n    screenChanges {\n      ...HealthTile\n    }\n    menu {\n      ...HealthTile\n    }\n    menuChanges {\n      ...HealthTile\n    }\n    services {\n      ...HealthTile\n    }\n    syncs {\n      ...HealthTile\n    }\n    products {\n      service {\n        id\n        product\n        status\n        since\n        version\n      }\n      sync {\n        id\n        status\n        lastSyncAt\n        lastError\n        version\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription HealthFeed($tenantId: ID!, $after: Cursor) {\n    tenantHealthChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      health {\n        ...HealthTiles\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription HealthFeed($tenantId: ID!, $after: Cursor) {\n    tenantHealthChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      health {\n        ...HealthTiles\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendInvitation($id: ID!) {\n    resendInvitation(id: $id) {\n      ...InvitationRow\n    }\n  }\n"): (typeof documents)["\n  mutation ResendInvitation($id: ID!) {\n    resendInvitation(id: $id) {\n      ...InvitationRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(id: $id) {\n      ...InvitationRow\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeInvitation($id: ID!) {\n    revokeInvitation(id: $id) {\n      ...InvitationRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      ...InvitationRow\n    }\n  }\n"): (typeof documents)["\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      ...InvitationRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateMembership($id: ID!, $input: UpdateMembershipInput!) {\n    updateMembership(id: $id, input: $input) {\n      ...MemberRow\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateMembership($id: ID!, $input: UpdateMembershipInput!) {\n    updateMembership(id: $id, input: $input) {\n      ...MemberRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMember($id: ID!) {\n    removeMember(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveMember($id: ID!) {\n    removeMember(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeMemberSessions($id: ID!) {\n    revokeMemberSessions(id: $id)\n  }\n"): (typeof documents)["\n  mutation RevokeMemberSessions($id: ID!) {\n    revokeMemberSessions(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($afterMember: String) {\n    viewer {\n      id\n      tenant {\n        id\n        members(first: 50, after: $afterMember) {\n          edges {\n            cursor\n            node {\n              ...MemberRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n        invitations(first: 50) {\n          edges {\n            cursor\n            node {\n              ...InvitationRow\n            }\n          }\n        }\n      }\n    }\n  }\n\n  fragment MemberRow on Membership {\n    id\n    role\n    createdAt\n    version\n    user {\n      id\n      name\n      email\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment InvitationRow on Invitation {\n    id\n    email\n    name\n    role\n    status\n    expiresAt\n    createdAt\n    mail\n  }\n"): (typeof documents)["\n  query People($afterMember: String) {\n    viewer {\n      id\n      tenant {\n        id\n        members(first: 50, after: $afterMember) {\n          edges {\n            cursor\n            node {\n              ...MemberRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n        invitations(first: 50) {\n          edges {\n            cursor\n            node {\n              ...InvitationRow\n            }\n          }\n        }\n      }\n    }\n  }\n\n  fragment MemberRow on Membership {\n    id\n    role\n    createdAt\n    version\n    user {\n      id\n      name\n      email\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment InvitationRow on Invitation {\n    id\n    email\n    name\n    role\n    status\n    expiresAt\n    createdAt\n    mail\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Roles {\n    roles {\n      role\n      description\n      grantable\n    }\n  }\n"): (typeof documents)["\n  query Roles {\n    roles {\n      role\n      description\n      grantable\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateBoard($id: ID!, $input: UpdateMenuBoardInput!) {\n    updateMenuBoard(id: $id, input: $input) {\n      ...BoardRow\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateBoard($id: ID!, $input: UpdateMenuBoardInput!) {\n    updateMenuBoard(id: $id, input: $input) {\n      ...BoardRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveBoard($id: ID!) {\n    removeMenuBoard(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveBoard($id: ID!) {\n    removeMenuBoard(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateDisplay($id: ID!, $input: UpdateDisplayInput!) {\n    updateDisplay(id: $id, input: $input) {\n      ...DisplayRow\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateDisplay($id: ID!, $input: UpdateDisplayInput!) {\n    updateDisplay(id: $id, input: $input) {\n      ...DisplayRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeDisplay($id: ID!) {\n    revokeDisplay(id: $id) {\n      ...DisplayRow\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeDisplay($id: ID!) {\n    revokeDisplay(id: $id) {\n      ...DisplayRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateBoard($input: CreateMenuBoardInput!) {\n    createMenuBoard(input: $input) {\n      ...BoardRow\n    }\n  }\n"): (typeof documents)["\n  mutation CreateBoard($input: CreateMenuBoardInput!) {\n    createMenuBoard(input: $input) {\n      ...BoardRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PairDisplay($code: String!, $input: PairDisplayInput!) {\n    pairDisplay(code: $code, input: $input) {\n      ...DisplayRow\n    }\n  }\n"): (typeof documents)["\n  mutation PairDisplay($code: String!, $input: PairDisplayInput!) {\n    pairDisplay(code: $code, input: $input) {\n      ...DisplayRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Screens($afterDisplay: String, $afterBoard: String) {\n    viewer {\n      id\n      tenant {\n        id\n        displays(first: 50, after: $afterDisplay) {\n          edges {\n            cursor\n            node {\n              ...DisplayRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n        menuBoards(first: 50, after: $afterBoard) {\n          edges {\n            cursor\n            node {\n              ...BoardRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment DisplayRow on Display {\n    id\n    name\n    status\n    lastSeenAt\n    pairedAt\n    appVersion\n    width\n    height\n    version\n    board {\n      id\n      name\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment BoardRow on MenuBoard {\n    id\n    name\n    columns\n    soldOut\n    languages\n    showCalories\n    showAllergens\n    version\n    sections {\n      id\n      names {\n        locale\n        text\n      }\n    }\n    tenant {\n      id\n    }\n  }\n"): (typeof documents)["\n  query Screens($afterDisplay: String, $afterBoard: String) {\n    viewer {\n      id\n      tenant {\n        id\n        displays(first: 50, after: $afterDisplay) {\n          edges {\n            cursor\n            node {\n              ...DisplayRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n        menuBoards(first: 50, after: $afterBoard) {\n          edges {\n            cursor\n            node {\n              ...BoardRow\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n\n  fragment DisplayRow on Display {\n    id\n    name\n    status\n    lastSeenAt\n    pairedAt\n    appVersion\n    width\n    height\n    version\n    board {\n      id\n      name\n    }\n    tenant {\n      id\n    }\n  }\n\n  fragment BoardRow on MenuBoard {\n    id\n    name\n    columns\n    soldOut\n    languages\n    showCalories\n    showAllergens\n    version\n    sections {\n      id\n      names {\n        locale\n        text\n      }\n    }\n    tenant {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sections {\n    viewer {\n      id\n      tenant {\n        id\n        menus {\n          id\n          names {\n            locale\n            text\n          }\n          sections {\n            id\n            names {\n              locale\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Sections {\n    viewer {\n      id\n      tenant {\n        id\n        menus {\n          id\n          names {\n            locale\n            text\n          }\n          sections {\n            id\n            names {\n              locale\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisableService($id: ID!, $version: Int!) {\n    disableService(id: $id, version: $version) {\n      ...ServiceRow\n    }\n  }\n"): (typeof documents)["\n  mutation DisableService($id: ID!, $version: Int!) {\n    disableService(id: $id, version: $version) {\n      ...ServiceRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Services {\n    viewer {\n      id\n      tenant {\n        id\n        services {\n          ...ServiceRow\n        }\n      }\n    }\n    productTypes {\n      product\n      syncs\n      settings {\n        name\n        required\n      }\n    }\n  }\n\n  fragment ServiceRow on ProductService {\n    id\n    product\n    status\n    since\n    config\n    version\n    tenant {\n      id\n    }\n  }\n"): (typeof documents)["\n  query Services {\n    viewer {\n      id\n      tenant {\n        id\n        services {\n          ...ServiceRow\n        }\n      }\n    }\n    productTypes {\n      product\n      syncs\n      settings {\n        name\n        required\n      }\n    }\n  }\n\n  fragment ServiceRow on ProductService {\n    id\n    product\n    status\n    since\n    config\n    version\n    tenant {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnableService($input: EnableServiceInput!) {\n    enableService(input: $input) {\n      ...ServiceRow\n    }\n  }\n"): (typeof documents)["\n  mutation EnableService($input: EnableServiceInput!) {\n    enableService(input: $input) {\n      ...ServiceRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateService($id: ID!, $input: UpdateServiceInput!) {\n    updateService(id: $id, input: $input) {\n      ...ServiceRow\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateService($id: ID!, $input: UpdateServiceInput!) {\n    updateService(id: $id, input: $input) {\n      ...ServiceRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Invitation($token: String!) {\n    invitation(token: $token) {\n      tenantName\n      email\n      name\n      role\n      invitedBy\n      hasAccount\n    }\n  }\n"): (typeof documents)["\n  query Invitation($token: String!) {\n    invitation(token: $token) {\n      tenantName\n      email\n      name\n      role\n      invitedBy\n      hasAccount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($token: String!, $name: String, $password: String) {\n    acceptInvitation(token: $token, name: $name, password: $password) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($token: String!, $name: String, $password: String) {\n    acceptInvitation(token: $token, name: $name, password: $password) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n"): (typeof documents)["\n  mutation RequestPasswordReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($token: String!, $password: String!) {\n    resetPassword(token: $token, password: $password)\n  }\n"): (typeof documents)["\n  mutation ResetPassword($token: String!, $password: String!) {\n    resetPassword(token: $token, password: $password)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefreshSession($refreshToken: String!) {\n    refreshSession(refreshToken: $refreshToken) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation RefreshSession($refreshToken: String!) {\n    refreshSession(refreshToken: $refreshToken) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SwitchTenant($tenantId: ID!) {\n    switchTenant(tenantId: $tenantId) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation SwitchTenant($tenantId: ID!) {\n    switchTenant(tenantId: $tenantId) {\n      accessToken\n      refreshToken\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Logout($refreshToken: String!) {\n    logout(refreshToken: $refreshToken)\n  }\n"): (typeof documents)["\n  mutation Logout($refreshToken: String!) {\n    logout(refreshToken: $refreshToken)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      role\n      scopes\n      tenant {\n        id\n        name\n        slug\n        languages\n        currency\n        timeZone\n      }\n      user {\n        id\n        name\n        email\n        memberships {\n          id\n          role\n          tenant {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      role\n      scopes\n      tenant {\n        id\n        name\n        slug\n        languages\n        currency\n        timeZone\n      }\n      user {\n        id\n        name\n        email\n        memberships {\n          id\n          role\n          tenant {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription MenuFeed($tenantId: ID!, $after: Cursor) {\n    menuChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      itemId\n      item {\n        ...MenuRow\n        section {\n          id\n          items {\n            id\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription MenuFeed($tenantId: ID!, $after: Cursor) {\n    menuChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      itemId\n      item {\n        ...MenuRow\n        section {\n          id\n          items {\n            id\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SectionFeed($tenantId: ID!, $after: Cursor) {\n    menuSectionChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      sectionId\n      section {\n        ...SectionRow\n        items {\n          id\n        }\n        menu {\n          id\n          sections {\n            id\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription SectionFeed($tenantId: ID!, $after: Cursor) {\n    menuSectionChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      sectionId\n      section {\n        ...SectionRow\n        items {\n          id\n        }\n        menu {\n          id\n          sections {\n            id\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DisplayFeed($tenantId: ID!, $after: Cursor) {\n    displayHealthChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      displayId\n      display {\n        ...DisplayRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription DisplayFeed($tenantId: ID!, $after: Cursor) {\n    displayHealthChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      displayId\n      display {\n        ...DisplayRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BoardFeed($tenantId: ID!, $after: Cursor) {\n    menuBoardChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      boardId\n      board {\n        ...BoardRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription BoardFeed($tenantId: ID!, $after: Cursor) {\n    menuBoardChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      kind\n      boardId\n      board {\n        ...BoardRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ApiClientFeed($tenantId: ID!, $after: Cursor) {\n    apiClientChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      clientId\n      client {\n        ...ApiClientRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription ApiClientFeed($tenantId: ID!, $after: Cursor) {\n    apiClientChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      clientId\n      client {\n        ...ApiClientRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription PeopleFeed($tenantId: ID!, $after: Cursor) {\n    peopleChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      membershipId\n      membership {\n        ...MemberRow\n      }\n      invitationId\n      invitation {\n        ...InvitationRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription PeopleFeed($tenantId: ID!, $after: Cursor) {\n    peopleChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      membershipId\n      membership {\n        ...MemberRow\n      }\n      invitationId\n      invitation {\n        ...InvitationRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ServiceFeed($tenantId: ID!, $after: Cursor) {\n    serviceChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      serviceId\n      service {\n        ...ServiceRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription ServiceFeed($tenantId: ID!, $after: Cursor) {\n    serviceChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      serviceId\n      service {\n        ...ServiceRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SyncFeed($tenantId: ID!, $after: Cursor) {\n    syncStatusChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      syncId\n      sync {\n        ...SyncRow\n      }\n      run {\n        ...RunRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription SyncFeed($tenantId: ID!, $after: Cursor) {\n    syncStatusChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      syncId\n      sync {\n        ...SyncRow\n      }\n      run {\n        ...RunRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Maintenance($tenantId: ID!) {\n    maintenanceWindows(tenantId: $tenantId, first: 10) {\n      edges {\n        node {\n          id\n          title\n          startsAt\n          endsAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Maintenance($tenantId: ID!) {\n    maintenanceWindows(tenantId: $tenantId, first: 10) {\n      edges {\n        node {\n          id\n          title\n          startsAt\n          endsAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription MaintenanceFeed($tenantId: ID!, $after: Cursor) {\n    maintenanceChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      window {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription MaintenanceFeed($tenantId: ID!, $after: Cursor) {\n    maintenanceChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      at\n      window {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Tenants {\n    tenants(first: 100) {\n      edges {\n        cursor\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Tenants {\n    tenants(first: 100) {\n      edges {\n        cursor\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolveConflict($id: ID!, $take: SyncSide!) {\n    resolveConflict(id: $id, take: $take) {\n      ...ConflictRow\n    }\n  }\n"): (typeof documents)["\n  mutation ResolveConflict($id: ID!, $take: SyncSide!) {\n    resolveConflict(id: $id, take: $take) {\n      ...ConflictRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSyncConfig($id: ID!, $version: Int!, $config: Settings!) {\n    updateSyncConfig(id: $id, version: $version, config: $config) {\n      ...SyncRow\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateSyncConfig($id: ID!, $version: Int!, $config: Settings!) {\n    updateSyncConfig(id: $id, version: $version, config: $config) {\n      ...SyncRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RunSync($tenantId: ID!, $product: ProductType!, $mode: SyncMode!) {\n    runSync(tenantId: $tenantId, product: $product, mode: $mode) {\n      ...RunRow\n    }\n  }\n"): (typeof documents)["\n  mutation RunSync($tenantId: ID!, $product: ProductType!, $mode: SyncMode!) {\n    runSync(tenantId: $tenantId, product: $product, mode: $mode) {\n      ...RunRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PreviewSync($tenantId: ID!, $product: ProductType!) {\n    previewSync(tenantId: $tenantId, product: $product) {\n      ...RunRow\n    }\n  }\n"): (typeof documents)["\n  mutation PreviewSync($tenantId: ID!, $product: ProductType!) {\n    previewSync(tenantId: $tenantId, product: $product) {\n      ...RunRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelSyncRun($id: ID!) {\n    cancelSyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n"): (typeof documents)["\n  mutation CancelSyncRun($id: ID!) {\n    cancelSyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmSyncRun($id: ID!) {\n    confirmSyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmSyncRun($id: ID!) {\n    confirmSyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetrySyncRun($id: ID!) {\n    retrySyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n"): (typeof documents)["\n  mutation RetrySyncRun($id: ID!) {\n    retrySyncRun(id: $id) {\n      ...RunRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Syncs {\n    viewer {\n      id\n      tenant {\n        id\n        syncs {\n          ...SyncRow\n        }\n      }\n    }\n  }\n\n  fragment SyncRow on TenantSync {\n    id\n    product\n    status\n    lastSyncAt\n    lastError\n    config\n    version\n    tenant {\n      id\n      name\n    }\n    service {\n      id\n      status\n    }\n    failing {\n      id\n      localId\n      externalId\n      message\n    }\n    awaitingRun {\n      id\n    }\n  }\n"): (typeof documents)["\n  query Syncs {\n    viewer {\n      id\n      tenant {\n        id\n        syncs {\n          ...SyncRow\n        }\n      }\n    }\n  }\n\n  fragment SyncRow on TenantSync {\n    id\n    product\n    status\n    lastSyncAt\n    lastError\n    config\n    version\n    tenant {\n      id\n      name\n    }\n    service {\n      id\n      status\n    }\n    failing {\n      id\n      localId\n      externalId\n      message\n    }\n    awaitingRun {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AllSyncs($filter: SyncFilter, $after: String) {\n    syncs(first: 50, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...SyncRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query AllSyncs($filter: SyncFilter, $after: String) {\n    syncs(first: 50, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          ...SyncRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncRuns($tenantId: ID!, $product: ProductType!, $after: String) {\n    syncRuns(tenantId: $tenantId, product: $product, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          ...RunRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n\n  fragment RunRow on SyncRun {\n    id\n    mode\n    status\n    attempts\n    createdAt\n    startedAt\n    endedAt\n    message\n    correlationId\n    actor {\n      kind\n      id\n    }\n    steps {\n      name\n      seen\n      created\n      updated\n      removed\n      zeroed\n      conflicts\n      failed\n    }\n    sync {\n      id\n    }\n  }\n"): (typeof documents)["\n  query SyncRuns($tenantId: ID!, $product: ProductType!, $after: String) {\n    syncRuns(tenantId: $tenantId, product: $product, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          ...RunRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n\n  fragment RunRow on SyncRun {\n    id\n    mode\n    status\n    attempts\n    createdAt\n    startedAt\n    endedAt\n    message\n    correlationId\n    actor {\n      kind\n      id\n    }\n    steps {\n      name\n      seen\n      created\n      updated\n      removed\n      zeroed\n      conflicts\n      failed\n    }\n    sync {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncFailures($id: ID!) {\n    syncRun(id: $id) {\n      id\n      failures(first: 50) {\n        edges {\n          node {\n            id\n            localId\n            externalId\n            message\n          }\n        }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query SyncFailures($id: ID!) {\n    syncRun(id: $id) {\n      id\n      failures(first: 50) {\n        edges {\n          node {\n            id\n            localId\n            externalId\n            message\n          }\n        }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncDifferences($id: ID!, $after: String) {\n    syncRun(id: $id) {\n      id\n      differencesLeftOut\n      differences(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            ...DifferenceRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n\n  fragment DifferenceRow on SyncDifference {\n    id\n    side\n    change\n    name\n    fields {\n      field\n      before\n      after\n    }\n  }\n"): (typeof documents)["\n  query SyncDifferences($id: ID!, $after: String) {\n    syncRun(id: $id) {\n      id\n      differencesLeftOut\n      differences(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            ...DifferenceRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n\n  fragment DifferenceRow on SyncDifference {\n    id\n    side\n    change\n    name\n    fields {\n      field\n      before\n      after\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Conflicts($tenantId: ID!, $after: String) {\n    conflicts(tenantId: $tenantId, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...ConflictRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n\n  fragment ConflictRow on SyncConflict {\n    id\n    localId\n    field\n    local\n    remote\n    taken\n    createdAt\n    version\n    sync {\n      id\n      product\n    }\n  }\n"): (typeof documents)["\n  query Conflicts($tenantId: ID!, $after: String) {\n    conflicts(tenantId: $tenantId, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          ...ConflictRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n\n  fragment ConflictRow on SyncConflict {\n    id\n    localId\n    field\n    local\n    remote\n    taken\n    createdAt\n    version\n    sync {\n      id\n      product\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;