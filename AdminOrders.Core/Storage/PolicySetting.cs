using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>A policy as it was read, to be replaced only while it is still the one in force.</summary>
public sealed record PolicyEdition
{
    internal PolicyEdition(Policy policy, string? json) => (Policy, Json) = (policy, json);

    public Policy Policy { get; }

    /// <summary>The setting's text; null: nothing was ever saved.</summary>
    internal string? Json { get; }
}

/// <summary>
/// The store's policy: one setting, JSON; what was never set is the default. It always names the roles of people that may cancel, so that a
/// refusal can say who may.
/// </summary>
public sealed partial class PolicySetting(IDbContextFactory<OrdersDb> factory, ILogger<PolicySetting> logger)
{
    internal const string Name = "policy";

    private static readonly ImmutableArray<CancelingRole> PredefinedCancelingRoles =
        [.. PredefinedRoles.OfPeople.Where(role => PredefinedRoles.All[role].Contains(Resource.CancelOrder)).Select(role => new CancelingRole(role))];

    private volatile Parsed last = new(null, WithRoles(Policy.Default));

    /// <summary>The policy in force now.</summary>
    public async Task<Policy> Read(CancellationToken cancellationToken = default) => (await ReadEdition(cancellationToken)).Policy;

    /// <summary>The policy in force now, as who wants to change it reads it.</summary>
    public async Task<PolicyEdition> ReadEdition(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var json = await db.Settings.Where(row => row.Name == Name).Select(row => row.Value).SingleOrDefaultAsync(cancellationToken);
        return new(Of(json), json);
    }

    /// <summary>Puts a policy in force, whatever was before; deadlines that run are not moved.</summary>
    public async Task Save(Policy policy, CancellationToken cancellationToken = default)
    {
        var json = JsonSerializer.Serialize(policy, PolicyJson.Default.Policy);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        // Two servers may save at once, and the first save of all has no row to change.
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Settings" ("Name", "Value") VALUES ({Name}, {json}) ON CONFLICT ("Name") DO UPDATE SET "Value" = excluded."Value" """,
            cancellationToken);
    }

    /// <summary>
    /// Puts a policy in force in the place of the one that was seen, and leaves a line in the log: who changed what. False: it is not in force any
    /// more, and nothing is saved. Deadlines that run are not moved.
    /// </summary>
    /// <param name="byId">The id of the user who does it.</param>
    public async Task<bool> Replace(PolicyEdition seen, Policy policy, string byId, CancellationToken cancellationToken = default)
    {
        var json = JsonSerializer.Serialize(policy, PolicyJson.Default.Policy);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var changed = seen.Json is { } before
            ? await db.Settings.Where(row => row.Name == Name && row.Value == before)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, json), cancellationToken)
            : await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Settings" ("Name", "Value") VALUES ({Name}, {json}) ON CONFLICT ("Name") DO NOTHING""", cancellationToken);
        if (changed == 0)
        {
            return false;
        }

        LogReplaced(logger, "user:" + byId, string.Join("; ", PolicyChanges.Between(seen.Policy, WithRoles(policy))));
        return true;
    }

    /// <summary>The policy that the setting's text says; the text of the last call is not parsed again.</summary>
    internal Policy Of(string? json)
    {
        if (last is var known && known.Json == json)
        {
            return known.Policy;
        }

        var saved = json is null ? Policy.Default : JsonSerializer.Deserialize(json, PolicyJson.Default.Policy) ?? Policy.Default;
        var policy = WithRoles(saved);
        last = new(json, policy);
        return policy;
    }

    private static Policy WithRoles(Policy policy)
    {
        var saved = policy.CancelingRoles.IsDefault ? [] : policy.CancelingRoles;
        var others = PredefinedCancelingRoles.Where(role => saved.All(known => known.Name != role.Name));
        return policy with { CancelingRoles = [.. saved.Concat(others).OrderBy(role => role.Name, StringComparer.Ordinal)] };
    }

    [LoggerMessage(LogLevel.Information, "The policy was changed by {By}: {Changes}")]
    private static partial void LogReplaced(ILogger logger, string by, string changes);

    private sealed record Parsed(string? Json, Policy Policy);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Policy))]
internal sealed partial class PolicyJson : JsonSerializerContext;
