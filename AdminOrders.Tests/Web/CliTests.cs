using System.Text.Json;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Tests.Storage.Export;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Web;

/// <summary>The real executable, as a person calls it.</summary>
public sealed class CliTests : IAsyncLifetime
{
    private const string Good = """{"orderId":"v1-01","value":1,"creationDate":"2026-03-01T10:00:00Z","storePreferencesData":{"currencyCode":"BRL"},"status":"handling"}""";

    private TestStore store = null!;

    public async Task InitializeAsync() => store = await TestStore.Open();

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Import_takes_a_file_from_the_folder_of_the_shell()
    {
        var folder = Path.GetDirectoryName(await Write(Good))!;
        var ran = await Run(["import", "orders.json"], shellFolder: folder);

        Assert.Equal(0, ran.Code);
        Assert.StartsWith("Imported 1, updated 0, unchanged 0, failed 0", ran.Output, StringComparison.Ordinal);
        Assert.Equal("handling", (await store.Row("v1-01")).Status);
    }

    [Fact]
    public async Task Import_takes_standard_input_and_names_each_bad_document_by_its_line()
    {
        var bad = Good.Replace("v1-01", "v2-01", StringComparison.Ordinal).Replace("\"value\":1", "\"value\":\"1\"", StringComparison.Ordinal);
        var ran = await Run(["import", "-"], $"{Good}\n{bad}\noops\n");

        Assert.Equal(1, ran.Code);
        var told = ran.Error.Split(Environment.NewLine).Where(line => line.StartsWith("line ", StringComparison.Ordinal));
        Assert.Equal(["line 2: value: must be a whole number", "line 3: is not an order document"], told);
        Assert.StartsWith("Imported 1, updated 0, unchanged 0, failed 2", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_works_beside_a_server_that_has_the_store_open()
    {
        var server = store.Get<OrderImport>();
        await server.Run(new MemoryStream("{}"u8.ToArray()), Actor.System);
        Assert.Equal(0, (await Run(["import", "-"], Good)).Code);

        var again = await server.Run(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Good)), Actor.System);
        Assert.Equal(1, again.Unchanged);
    }

    [Fact]
    public async Task Customer_links_rotate_changes_the_key_and_ends_links_only_at_once()
    {
        await store.Import(An.Order("o-1").Handling());
        var links = store.Get<CustomerLinks>();
        store.Clock.Set(TimeProvider.System.GetUtcNow());
        var link = (await links.Make("o-1"))!.Token;

        Assert.Equal(0, (await Run(["customer-links", "rotate"])).Code);
        Assert.NotNull(await links.Find(link));
        var ran = await Run(["customer-links", "rotate", "--at-once"]);

        store.Clock.Set(TimeProvider.System.GetUtcNow());
        Assert.Equal((0, "A new key signs customer links. Every link that was made before has ended."), (ran.Code, ran.Output.Trim()));
        Assert.Null(await links.Find(link));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "there-is-no-such-file.json")]
    [InlineData("customer-links")]
    [InlineData("customer-links", "rotate", "--now")]
    [InlineData("seed", "--orders", "0")]
    [InlineData("seed", "--orders", "many")]
    [InlineData("users")]
    [InlineData("users", "create", "--role", "Owner")]
    [InlineData("nonsense")]
    public async Task A_wrong_call_is_one_clear_line_and_code_2(params string[] args)
    {
        var ran = await Run(args);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Single(ran.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("https://127.0.0.1:5090")]
    [InlineData("http://127.0.0.1:5090/somewhere")]
    [InlineData("http://127.0.0.1:port")]
    [InlineData("")]
    public async Task A_sample_amazon_that_is_to_listen_nowhere_says_what_an_address_is(string urls)
    {
        var ran = await Run(["channels", "simulate", "amazon", "--scenario", Path.Combine(Repository.Root, "docs", "scenarios", "amazon-cancellations.json"), "--urls", urls]);

        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Equal("--urls takes an address such as http://127.0.0.1:5090. See --help.", ran.Error.Trim());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_names_the_commands_and_serves_nothing(string help)
    {
        var ran = await Run([help]);
        Assert.Equal(0, ran.Code);
        Assert.All(["import", "seed", "users", "verify"], command => Assert.Contains(command, ran.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Seed_says_how_many_orders_it_made()
    {
        var ran = await Run(["seed", "--orders", "40", "--seed", "9"]);
        Assert.Equal(0, ran.Code);
        Assert.StartsWith("Imported 40,", ran.Output, StringComparison.Ordinal);
        await using var db = store.Read();
        Assert.Equal(40, await db.Orders.CountAsync());
    }

    [Fact]
    public async Task Users_create_shows_a_password_once_and_takes_an_address_once()
    {
        var first = await Run(["users", "create", "--role", "Owner", "--email", "ana@example.com", "--name", "Ana"]);
        var second = await Run(["users", "create", "--role", "Owner", "--email", "ANA@example.com"]);

        Assert.Equal((0, 1), (first.Code, second.Code));
        Assert.Matches("Password, shown this once: [A-Za-z0-9]{20}", first.Output);
        Assert.Contains("taken", second.Error, StringComparison.Ordinal);
        await using var db = store.Read();
        Assert.Equal("Ana", (await db.Users.SingleAsync()).DisplayName);
    }

    [Theory]
    [InlineData("Owner", "short", "at least 10 characters")]
    [InlineData("Emperor", "long enough password", "There is no role 'Emperor'")]
    public async Task Users_create_says_why_it_does_not(string role, string password, string why)
    {
        var ran = await Run(["users", "create", "--role", role, "--email", "ana@example.com", "--password-stdin"], password);
        Assert.Equal(1, ran.Code);
        Assert.Contains(why, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", "Ana", "'nobody' cannot be used to sign in")]
    [InlineData("a b@example.com", "Ana", "'a b@example.com' cannot be used to sign in")]
    [InlineData("ana@example.com", " ", "The name must have 1 to 100 characters.")]
    public async Task Users_create_says_once_what_is_wrong_with_an_address_or_a_name(string email, string name, string why)
    {
        var ran = await Run(["users", "create", "--role", "Owner", "--email", email, "--name", name]);

        Assert.Equal((1, ""), (ran.Code, ran.Output));
        Assert.StartsWith(why, Assert.Single(ran.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_made_listed_rotated_and_revoked()
    {
        var made = await Run(["keys", "create", "--name", "ERP", "--role", PredefinedRoles.FulfillmentOms, "--second-call", "never", "--json"]);
        var first = JsonSerializer.Deserialize<IssuedToken>(made.Output, JsonSerializerOptions.Web)!;
        var door = store.Get<AppKeyDoor>();
        var known = await door.Find(first.AppKey, first.AppToken);
        Assert.Equal((0, "ERP", SecondCall.Never), (made.Code, known!.Actor.Name, known.SecondCall));
        Assert.Contains(Resource.CancelOrder, known.Actor.Resources);

        var rotated = await Run(["keys", "rotate", first.AppKey, "--overlap-hours", "0", "--json"]);
        var second = JsonSerializer.Deserialize<IssuedToken>(rotated.Output, JsonSerializerOptions.Web)!;
        Assert.Equal((first.AppKey, 0), (second.AppKey, rotated.Code));
        Assert.NotNull(await door.Find(second.AppKey, second.AppToken));

        var (listed, revoked, again) = (await Run(["keys", "list"]), await Run(["keys", "revoke", first.AppKey]), await Run(["keys", "revoke", first.AppKey]));
        Assert.Contains($"{first.AppKey}  In force  ERP  The store  {PredefinedRoles.FulfillmentOms}", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(second.AppToken, listed.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (revoked.Code, again.Code));
        Assert.Null(await door.Find(second.AppKey, second.AppToken));
    }

    [Theory]
    [InlineData(1, "Roles: one of them is not there", "--role", "Emperor")]
    [InlineData(1, "Affiliate or seller:", "--role", "Owner", "--side", "marketplace")]
    [InlineData(2, "--second-call is not what it must be.", "--role", "Owner", "--second-call", "soon")]
    public async Task Keys_create_says_why_it_does_not(int code, string why, params string[] args)
    {
        var ran = await Run(["keys", "create", "--name", "ERP", .. args]);
        Assert.Equal((code, ""), (ran.Code, ran.Output));
        Assert.StartsWith(why, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_moves_a_store_with_its_keys_and_says_why_it_does_not()
    {
        var keys = Directory.CreateDirectory(Path.Combine(store.Get<StoreSource>().Folder, "keys"));
        await File.WriteAllTextAsync(Path.Combine(keys.FullName, "key-1.xml"), """<key id="1" />""");
        await store.Import(An.Order("v1-01").Paid());
        var target = Directory.CreateTempSubdirectory("adminorders-cli-");
        var to = Path.Combine(target.FullName, "copy.db");

        var moved = await Run(["copy", "--from", store.ConnectionString, "--to", to]);
        var again = await Run(["copy", "--from", store.ConnectionString, "--to", to]);
        var nothing = await Run(["copy", "--from", Path.Combine(target.FullName, "nothing.db"), "--to", to]);
        var nonsense = await Run(["copy", "--from", "Nonsense=1", "--to", to]);

        Assert.Equal((0, 1, 1, 1), (moved.Code, again.Code, nothing.Code, nonsense.Code));
        Assert.Contains("Copied 1 orders up to position 1 in", moved.Output, StringComparison.Ordinal);
        Assert.Contains("The target is not empty", again.Error, StringComparison.Ordinal);
        Assert.Contains("There is no store at the source.", nothing.Error, StringComparison.Ordinal);
        Assert.StartsWith("A connection has to name", nonsense.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(target.FullName, "keys")));
        Assert.False(File.Exists(Path.Combine(target.FullName, "nothing.db")));
        target.Delete(recursive: true);
    }

    [Fact]
    public async Task Export_writes_text_or_a_workbook_of_what_a_list_shows_and_is_on_record()
    {
        await store.Import(An.Order("o-1").Paid());
        await store.Import(An.Order("o-2").Handling());
        var folder = Directory.CreateTempSubdirectory("adminorders-cli-");

        var text = await Run(["export", "-", "--list", "status=handling", "--columns", "Order, Status", "--per-order", "--language", "pt"]);
        var book = await Run(["export", "orders.xlsx", "--columns", "Order,Creation Date", "--per-order", "--zone", "America/Sao_Paulo"], shellFolder: folder.FullName);
        var again = await Run(["export", "orders.xlsx"], shellFolder: folder.FullName);
        var searched = await Run(["export", "-", "--format", "csv", "--search", "o-1", "--columns", "Order", "--per-order"]);

        Assert.Equal((0, "Order,Status\r\no-2,Preparando Entrega\r\n"), (text.Code, text.Output.TrimStart('\uFEFF')));
        Assert.EndsWith("-: 1 orders.", text.Error.Trim(), StringComparison.Ordinal);
        Assert.Equal((0, 1), (book.Code, again.Code));
        Assert.EndsWith("orders.xlsx: 2 orders.", book.Output.Trim(), StringComparison.Ordinal);
        Assert.Equal("Order\r\no-1\r\n", searched.Output.TrimStart('\uFEFF'));
        var file = Assert.Single(folder.GetFiles());
        Assert.Equal(
            ["Order|Creation Date (America/Sao_Paulo)", "o-1|2026-03-02 08:00:00", "o-2|2026-03-02 08:00:00"],
            Assert.Single(ExportedRows.ReadBook(file.OpenRead())).Select(row => string.Join('|', row)).Order(StringComparer.Ordinal));
        var kept = await store.Get<PastExports>().List(PastExports.CommandLine, null, 10);
        Assert.Equal(3, kept.Count);
        Assert.All(kept, export => Assert.Equal(ExportState.Sent, export.State));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("--columns: there is no column Ordr", "--columns", "Order,Ordr")]
    [InlineData("There is no time zone Nowhere.", "--zone", "Nowhere")]
    [InlineData("Argument 'pdf' not recognized", "--format", "pdf")]
    public async Task Export_says_what_it_does_not_know_and_writes_nothing(string why, params string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-cli-");

        var ran = await Run(["export", "orders.csv", .. args], shellFolder: folder.FullName);

        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.StartsWith(why, ran.Error, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
        folder.Delete();
    }

    private static async Task<string> Write(string content)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("adminorders-cli-").FullName, "orders.json");
        await File.WriteAllTextAsync(file, content);
        return file;
    }

    private Task<Ran> Run(string[] args, string input = "", string? shellFolder = null) => Executable.Run(store, args, input, shellFolder);
}
