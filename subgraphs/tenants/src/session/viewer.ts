import type { Role } from '@mycelium/schema/role';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { RoleEnum } from '../user/membership.ts';

export enum ViewerKind {
  USER = 'USER',
  DISPLAY = 'DISPLAY',
  STATION = 'STATION',
  CLIENT = 'CLIENT',
}
registerEnumType(ViewerKind, {
  name: 'ViewerKind',
  valuesConfig: {
    USER: { description: 'A person.' },
    DISPLAY: { description: 'A paired screen.' },
    STATION: { description: 'A paired till, kitchen screen or clock; perhaps with somebody who is signed in there.' },
    CLIENT: { description: 'Another product, by its API key.' },
  },
});

@ObjectType('Viewer', { description: 'Who is asking, and what they may do.' })
export class ViewerAnswer {
  @Field(() => ID, { description: 'The id of the person, the screen, the station or the API client.' })
  id!: string;

  @Field(() => ViewerKind)
  kind!: ViewerKind;

  @Field(() => RoleEnum, { nullable: true })
  role?: Role;

  @Field(() => [String], { description: 'Permissions, for example menu:write.' })
  scopes!: string[];

  tenantId?: string;
}
