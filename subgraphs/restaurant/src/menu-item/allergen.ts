import { registerEnumType } from 'type-graphql';
import { z } from 'zod';

/** The fourteen of EU Regulation 1169/2011, Annex II; they contain the nine of the US FALCPA and FASTER Acts. */
export enum Allergen {
  GLUTEN = 'GLUTEN',
  CRUSTACEANS = 'CRUSTACEANS',
  EGGS = 'EGGS',
  FISH = 'FISH',
  PEANUTS = 'PEANUTS',
  SOYBEANS = 'SOYBEANS',
  MILK = 'MILK',
  NUTS = 'NUTS',
  CELERY = 'CELERY',
  MUSTARD = 'MUSTARD',
  SESAME = 'SESAME',
  SULPHITES = 'SULPHITES',
  LUPIN = 'LUPIN',
  MOLLUSCS = 'MOLLUSCS',
}
registerEnumType(Allergen, { name: 'Allergen', description: 'What must be declared to guests.' });

export const allergensSchema = z.array(z.enum(Allergen)).transform((list) => [...new Set(list)]);
