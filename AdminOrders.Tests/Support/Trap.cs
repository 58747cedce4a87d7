namespace AdminOrders.Tests.Support;

/// <summary>Statements after which the commands of the actor <c>user:trap</c> fail.</summary>
internal static class Trap
{
    public static string InACommand(Engine engine) => engine switch
    {
        Engine.Sqlite => """CREATE TRIGGER "Trap" BEFORE INSERT ON "History" WHEN new."ActorId" = 'user:trap' BEGIN SELECT RAISE(ABORT, 'a trap'); END;""",
        Engine.Postgres => OnPostgres("BEFORE", "RAISE EXCEPTION 'a trap';"),
    };

    public static string InTheCommit(Engine engine) => engine switch
    {
        Engine.Sqlite =>
            """
            CREATE TABLE "Debt" ("Id" INTEGER PRIMARY KEY, "Missing" INTEGER REFERENCES "Debt"("Id") DEFERRABLE INITIALLY DEFERRED);
            CREATE TRIGGER "Trap" AFTER INSERT ON "History" WHEN new."ActorId" = 'user:trap' BEGIN INSERT INTO "Debt" ("Missing") VALUES (-1); END;
            """,
        Engine.Postgres =>
            """
            CREATE TABLE "Debt" ("Id" serial PRIMARY KEY, "Missing" integer REFERENCES "Debt"("Id") DEFERRABLE INITIALLY DEFERRED);
            """ + OnPostgres("AFTER", """INSERT INTO "Debt" ("Missing") VALUES (-1); RETURN NULL;"""),
    };

    private static string OnPostgres(string when, string body) =>
        $"""
        CREATE FUNCTION trap() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$;
        CREATE TRIGGER "Trap" {when} INSERT ON "History" FOR EACH ROW WHEN (new."ActorId" = 'user:trap') EXECUTE FUNCTION trap();
        """;
}
