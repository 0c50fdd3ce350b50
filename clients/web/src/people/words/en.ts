const people = {
  notDelivered: 'The invitation to {{name}} was not delivered',
  invite: 'Invite somebody',
  invited: 'Invited',
  isInvited: 'A letter goes to {{email}}.',
  name: 'Name (if you know it)',
  role: 'Role',
  withheld: 'Not yours to give: {{roles}}. Nobody gives what they may not do themselves; ask an owner.',
  send: 'Send invitation',
  resend: 'Send again',
  takeBack: 'Take back',
  EXPIRED: 'Nobody answered',
  QUEUED: 'Letter waits',
  SENT: 'Letter sent',
  FAILED: 'Letter refused',
  endSessions: 'Log out everywhere',
  sessionsEnded_one: '{{count}} session ended.',
  sessionsEnded_other: '{{count}} sessions ended.',
  remove: 'Remove',
  removeQuestion: 'Remove {{name}}?',
  removeText: 'This person is logged out at once and has no more access here.',
  lastOwner: 'Somebody has to be the owner. Make another one first.',
  goneTitle: 'Not one of your people',
  goneText: 'This person was removed, or the address is wrong.',
} as const;

export const words = { people } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  inviteMember: 'Invited somebody',
  resendInvitation: 'Sent an invitation again',
  revokeInvitation: 'Took an invitation back',
  acceptInvitation: 'Accepted an invitation',
  updateMembership: "Changed somebody's role",
  removeMember: 'Removed somebody',
  revokeMemberSessions: 'Logged somebody out everywhere',
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
