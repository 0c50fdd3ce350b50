import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';
import type { Server } from './server.ts';

const CREATE =
  'mutation ($name: String!, $bytes: Int!) { createUpload(purpose: TABLE, name: $name, type: "text/csv", bytes: $bytes) { id url } }';
const PLAN = 'mutation ($uploadId: ID!) { planImport(uploadId: $uploadId) { id } }';
const STATUS = 'query ($id: ID!) { import(id: $id) { status } }';

/** Has the import of a table of contacts be planned, as the console does; answers its id. */
export async function planTable(server: Server, desk: Desk, { name, text }: { name: string; text: string }) {
  const bytes = Buffer.from(text);
  const { createUpload } = await desk.ask<{ createUpload: { id: string; url: string } }>(CREATE, {
    ...{ name, bytes: bytes.length },
  });
  const headers = { 'content-type': 'text/csv' };
  await fetch(server.url + createUpload.url, { method: 'PUT', headers, body: bytes });
  const { planImport } = await desk.ask<{ planImport: { id: string } }>(PLAN, { uploadId: createUpload.id });
  const { id } = planImport;
  await expect
    .poll(async () => (await desk.ask<{ import: { status: string } }>(STATUS, { id })).import.status)
    .toBe('PLANNED');
  return id;
}
