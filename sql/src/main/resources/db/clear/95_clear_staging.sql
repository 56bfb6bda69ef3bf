-- Empties staging of the release, after its merged rows were counted. Other releases may be on their way.
delete from staging.stg_organization where release_id = :release_id;
delete from staging.stg_account where release_id = :release_id;
delete from staging.stg_account_day where release_id = :release_id;
delete from staging.stg_post where release_id = :release_id;
delete from staging.stg_post_metric where release_id = :release_id;
delete from staging.stg_interaction where release_id = :release_id;
delete from staging.stg_discussion where release_id = :release_id;
delete from staging.stg_account_insight where release_id = :release_id;
delete from staging.stg_review where release_id = :release_id;
delete from staging.stg_outcome where release_id = :release_id;
delete from staging.stg_account_coverage where release_id = :release_id;
delete from staging.stg_problem where release_id = :release_id;
delete from staging.stg_adoption where release_id = :release_id;
delete from staging.stg_adoption_summary where release_id = :release_id;
delete from staging.stg_peer_distribution where release_id = :release_id;
delete from staging.stg_recommendation where release_id = :release_id;
