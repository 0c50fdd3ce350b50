/**
 * What the platform's staff keep about their tenants is told in a feed of its own, and logged under this id, which no tenant
 * has: the people of a tenant hear and read nothing of it.
 */
export const platformBook = '00000000-0000-4000-8000-000000000001';
