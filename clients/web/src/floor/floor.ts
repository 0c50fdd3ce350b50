import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../generated/gql.ts';
import type { FloorTableFragment } from '../generated/graphql.ts';

/** The floor of a location, and where the feed stood when it was asked for. */
export const FloorDocument = graphql(`
  query Floor($locationId: ID!) {
    position: feedPosition
    location(id: $locationId) {
      id
      floorAreas {
        ...FloorAreaRow
      }
      tables {
        ...FloorTable
      }
    }
  }

  fragment FloorAreaRow on FloorArea {
    id
    location {
      id
    }
    name
    width
    height
    position
    version
  }

  fragment FloorTable on Table {
    id
    location {
      id
    }
    areaId
    name
    seats
    shape
    x
    y
    width
    height
    rotation
    state
    seatedAt
    guests
    server {
      id
      name
    }
    billAt
    dirtyAt
    version
    total {
      amount
      currency
    }
    orders {
      id
      ...FloorOrder
    }
  }

  fragment FloorOrder on Order {
    id
    number
    progress
    money
    version
    lines {
      id
      quantity
      seat
      voidedAt
      names {
        locale
        text
      }
      amount {
        amount
        currency
      }
    }
    totals {
      total {
        amount
        currency
      }
      due {
        amount
        currency
      }
    }
  }
`);

export const TableFeedDocument = graphql(`
  subscription TableFeed($locationId: ID!, $after: Cursor) {
    tableChanged(locationId: $locationId, after: $after) {
      cursor
      at
      tableId
      table {
        ...FloorTable
      }
    }
  }
`);

export const FloorAreaFeedDocument = graphql(`
  subscription FloorAreaFeed($locationId: ID!, $after: Cursor) {
    floorAreaChanged(locationId: $locationId, after: $after) {
      cursor
      at
      areaId
      area {
        ...FloorAreaRow
      }
    }
  }
`);

export const SeatTableDocument = graphql(`
  mutation SeatTable($id: ID!, $guests: Int!) {
    seatTable(id: $id, guests: $guests) {
      ...FloorTable
    }
  }
`);

export const AskForBillDocument = graphql(`
  mutation AskForBill($id: ID!, $asked: Boolean!) {
    askForBill(id: $id, asked: $asked) {
      ...FloorTable
    }
  }
`);

export const ClearTableDocument = graphql(`
  mutation ClearTable($id: ID!) {
    clearTable(id: $id) {
      ...FloorTable
    }
  }
`);

export const CleanTableDocument = graphql(`
  mutation CleanTable($id: ID!) {
    cleanTable(id: $id) {
      ...FloorTable
    }
  }
`);

export const TransferTableDocument = graphql(`
  mutation TransferTable($id: ID!, $serverId: ID!) {
    transferTable(id: $id, serverId: $serverId) {
      ...FloorTable
    }
  }
`);

export const MovePartyDocument = graphql(`
  mutation MoveParty($id: ID!, $toTableId: ID!) {
    moveParty(id: $id, toTableId: $toTableId) {
      ...FloorTable
    }
  }
`);

export const MoveOrderDocument = graphql(`
  mutation MoveOrder($id: ID!, $tableId: ID!) {
    moveOrder(id: $id, tableId: $tableId) {
      id
      version
    }
  }
`);

export const MergeOrdersDocument = graphql(`
  mutation MergeOrders($id: ID!, $orderIds: [ID!]!) {
    mergeOrders(id: $id, orderIds: $orderIds) {
      ...FloorOrder
    }
  }
`);

export const SplitOrderDocument = graphql(`
  mutation SplitOrder($id: ID!, $by: SplitBy!, $checks: [SplitCheckInput!]!) {
    splitOrder(id: $id, by: $by, checks: $checks) {
      ...FloorOrder
    }
  }
`);

export const CreateTableDocument = graphql(`
  mutation CreateTable($input: CreateTableInput!) {
    createTable(input: $input) {
      ...FloorTable
    }
  }
`);

export const UpdateTableDocument = graphql(`
  mutation UpdateTable($id: ID!, $input: UpdateTableInput!) {
    updateTable(id: $id, input: $input) {
      ...FloorTable
    }
  }
`);

export const RemoveTableDocument = graphql(`
  mutation RemoveTable($id: ID!) {
    removeTable(id: $id) {
      id
      version
    }
  }
`);

export const RestoreTableDocument = graphql(`
  mutation RestoreTable($id: ID!) {
    restoreTable(id: $id) {
      ...FloorTable
    }
  }
`);

export const CreateFloorAreaDocument = graphql(`
  mutation CreateFloorArea($input: CreateFloorAreaInput!) {
    createFloorArea(input: $input) {
      ...FloorAreaRow
    }
  }
`);

export const UpdateFloorAreaDocument = graphql(`
  mutation UpdateFloorArea($id: ID!, $input: UpdateFloorAreaInput!) {
    updateFloorArea(id: $id, input: $input) {
      ...FloorAreaRow
    }
  }
`);

export const RemoveFloorAreaDocument = graphql(`
  mutation RemoveFloorArea($id: ID!) {
    removeFloorArea(id: $id) {
      id
      version
    }
  }
`);

export const RestoreFloorAreaDocument = graphql(`
  mutation RestoreFloorArea($id: ID!) {
    restoreFloorArea(id: $id) {
      ...FloorAreaRow
    }
  }
`);

export type FloorArea = NonNullable<ResultOf<typeof FloorDocument>['location']>['floorAreas'][number];
export type FloorTable = FloorTableFragment;
export type FloorOrder = FloorTable['orders'][number];
