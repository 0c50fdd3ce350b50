import { graphql } from '../../generated/gql.ts';

export const CreatePipelineDocument = graphql(`
  mutation CreatePipeline($input: CreatePipelineInput!) {
    createPipeline(input: $input) {
      ...PipelineBoard
    }
  }
`);

export const UpdatePipelineDocument = graphql(`
  mutation UpdatePipeline($id: ID!, $input: UpdatePipelineInput!) {
    updatePipeline(id: $id, input: $input) {
      ...PipelineBoard
    }
  }
`);

export const RemovePipelineDocument = graphql(`
  mutation RemovePipeline($id: ID!) {
    removePipeline(id: $id)
  }
`);

export const RestorePipelineDocument = graphql(`
  mutation RestorePipeline($id: ID!) {
    restorePipeline(id: $id) {
      ...PipelineBoard
    }
  }
`);
