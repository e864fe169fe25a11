export { acceptInvitationWorkflow } from "./workflows/accept-invitation"
export { acceptMemberInviteWorkflow } from "./workflows/accept-invite"
export { changeMemberWorkflow } from "./workflows/change-member"
export { inviteMemberWorkflow } from "./workflows/invite-member"
