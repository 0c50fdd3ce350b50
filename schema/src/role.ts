export const roles = ['OWNER', 'MANAGER', 'STAFF', 'KITCHEN', 'MARKETER', 'SUPPORT', 'AUDITOR', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** What each role is for, in a sentence for the people who give it. */
export const roleDescriptions: Record<Role, string> = {
  OWNER: 'Runs the account: everything that a tenant can do, and who else may.',
  MANAGER: 'Runs the business day by day, with its people; makes no owners and no API keys.',
  STAFF: 'Works in the front: sees what is on offer, and says what is sold out.',
  KITCHEN: 'Works in the kitchen: sees the menu, and says what is sold out.',
  MARKETER: 'Decides what the screens show.',
  SUPPORT: 'Helps the people of the tenant: sees much, changes nothing.',
  AUDITOR: 'Examines: sees everything that may be seen, changes nothing.',
  ADMIN: "The platform's own staff; given by the platform, never by a tenant.",
};
